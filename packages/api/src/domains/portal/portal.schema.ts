import { z } from 'zod';

const amounts = z.array(z.object({ currency: z.string(), amountMinor: z.bigint() }));

/** The partner's performance, counted from its own shares, deals and commissions. */
export const portalHome = z.object({
  received: z.number(),
  accepted: z.number(),
  /** accepted ÷ received; null before the first lead. */
  acceptanceRateBps: z.number().nullable(),
  /** Closed as won. */
  closed: z.number(),
  /** closed ÷ accepted; null before the first acceptance. */
  conversionRateBps: z.number().nullable(),
  open: z.number(),
  /** Most open leads at once; null means no limit. */
  capacity: z.number().nullable(),
  /** Verified deals, per currency. */
  revenue: amounts,
  averageDealSize: amounts,
  /** Commission approved, scheduled or paid, per currency. */
  commissionEarned: amounts,
  averageDaysToClose: z.number().nullable(),
  averageResponseHours: z.number().nullable(),
  /** What waits for an answer of the partner, the most urgent first. */
  needsAnswer: z.array(
    z.object({
      kind: z.enum(['share', 'introduction']),
      id: z.string(),
      partnerTypeName: z.string(),
      since: z.date(),
      answerBy: z.date().nullable(),
    }),
  ),
});
