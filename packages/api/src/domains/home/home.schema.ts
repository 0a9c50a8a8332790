import { z } from 'zod';

export const homeOutput = z.object({
  /** What a new house begins with, and whether it was done. */
  firstSteps: z.object({
    colleagues: z.boolean(),
    partners: z.boolean(),
    coverage: z.boolean(),
    programs: z.boolean(),
  }),
  /** What waits for a decision. */
  waiting: z.object({
    applications: z.number(),
    /** Given by partners, and not checked. */
    credentials: z.number(),
    /** Partners that should have heard from us by now. */
    overduePartners: z.number(),
    /** Yearly checks that should be closed by now. */
    overdueChecks: z.number(),
    openComplaints: z.number(),
    /** Newcomers that stopped half way. */
    stalledPartners: z.number(),
    requests: z.number(),
    deals: z.number(),
    sharesPastAnswer: z.number(),
    leadsNew: z.number(),
    commissions: z.number(),
    rewards: z.number(),
    batches: z.number(),
    deadJobs: z.number(),
    failedMessages: z.number(),
  }),
  month: z.object({
    activePartners: z.number(),
    leads: z.number(),
    leadsBefore: z.number(),
    converted: z.number(),
    convertedBefore: z.number(),
    verifiedValue: z.array(z.object({ currency: z.string(), valueMinor: z.bigint() })),
  }),
  weeks: z.array(
    z.object({
      weekStart: z.string(),
      leads: z.number(),
      referrals: z.number(),
      shares: z.number(),
      deals: z.number(),
    }),
  ),
});
