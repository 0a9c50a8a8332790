import { z } from 'zod';
import { idField, textField } from '../../shared/fields.ts';

export const createLinkInput = z.strictObject({
  campaign: textField('A name', 60),
});

export const linkStatsInput = z.strictObject({ id: idField });

export const partnerLinkOutput = z.object({
  id: z.string(),
  code: z.string(),
  /** The address to hand out. */
  url: z.string(),
  campaign: z.string(),
  createdAt: z.date(),
  clicks: z.number(),
  clicksLast30Days: z.number(),
  /** Partner referrals that came through this link. */
  referrals: z.number(),
});
export const partnerLinkList = z.array(partnerLinkOutput);

export const linkStatsOutput = z.object({
  id: z.string(),
  code: z.string(),
  url: z.string(),
  campaign: z.string(),
  /** One entry for each of the last 30 days in the organisation's time zone, oldest first. */
  days: z.array(z.object({ day: z.string(), clicks: z.number(), visitors: z.number() })),
});
