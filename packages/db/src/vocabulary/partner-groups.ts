/** What a rule counts before it moves a partner into its group. A won share ended in a deal that staff verified. */
export const groupMeasures = ['verified_deals', 'verified_value', 'won_shares'] as const;
export type GroupMeasure = (typeof groupMeasures)[number];

/** Who moved a partner: a person of ours, or the rule of the group it came to. */
export const groupMoveCauses = ['staff', 'rule'] as const;
export type GroupMoveCause = (typeof groupMoveCauses)[number];
