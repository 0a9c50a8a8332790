/** How a question of the application form is answered. */
export const questionKinds = ['short', 'long', 'choice', 'yes_no'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What became of a form whose address was verified. */
export const applicationOutcomes = ['in_review', 'in_cool_off'] as const;
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

/** What a rule advises. People decide. From harmless to grave. */
export const recommendations = ['approve', 'look_closer', 'reject'] as const;
export type Recommendation = (typeof recommendations)[number];

/** What the automatic look at an application asks. */
export const reviewRules = [
  'answers_missing',
  'disposable_email',
  'free_email',
  'region_closed',
  'duplicate_ended',
  'duplicate_strong',
  'duplicate_name',
  'credential_missing',
  'applied_before',
] as const;
export type ReviewRule = (typeof reviewRules)[number];

/** Why two partners may be one. */
export const duplicateReasons = ['email', 'phone', 'domain', 'name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export const duplicateStrengths = ['certain', 'strong', 'possible'] as const;
export type DuplicateStrength = (typeof duplicateStrengths)[number];
