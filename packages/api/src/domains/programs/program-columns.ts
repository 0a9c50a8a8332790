import type { z } from 'zod';
import type { createProgramInput } from './programs.schema.ts';

/** An amount belongs to a credit and a percentage to a discount; what does not belong is not kept. */
export function programColumns(input: z.infer<typeof createProgramInput>) {
  return {
    ...input,
    referrerAmountMinor: input.referrerRewardKind === 'credit' ? (input.referrerAmountMinor ?? null) : null,
    referrerPercentBps: input.referrerRewardKind === 'discount' ? (input.referrerPercentBps ?? null) : null,
    friendAmountMinor: input.friendRewardKind === 'credit' ? (input.friendAmountMinor ?? null) : null,
    friendPercentBps: input.friendRewardKind === 'discount' ? (input.friendPercentBps ?? null) : null,
    maxInvitesPerPatient: input.maxInvitesPerPatient ?? null,
    yearlyCapMinor: input.yearlyCapMinor ?? null,
    startsAt: input.startsAt ?? null,
    endsAt: input.endsAt ?? null,
  };
}
