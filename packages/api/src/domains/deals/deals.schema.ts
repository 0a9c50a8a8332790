import { commissionStatuses, dealMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { currencyField, idField, moneyField, optionalText, reasonField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const dealStatus = z.enum(dealMachine.states);

/** Through what a deal came about. `direct`: our own work on a lead that nobody sent. */
export const dealOrigin = z.enum(['share', 'referral', 'introduction', 'direct']);

export const listDealsInput = z.strictObject({
  ...pageInput,
  status: dealStatus.optional(),
  partnerId: idField.optional(),
  leadId: idField.optional(),
});

export const dealSummary = z.object({
  id: z.string(),
  status: dealStatus,
  valueMinor: z.bigint(),
  currency: z.string(),
  origin: dealOrigin,
  clientId: z.string(),
  clientName: z.string(),
  leadId: z.string().nullable(),
  partnerId: z.string().nullable(),
  partnerName: z.string().nullable(),
  closedAt: z.date(),
  createdAt: z.date(),
  verifiedAt: z.date().nullable(),
});

export const dealPage = pageOf(dealSummary);

export const dealIdInput = z.strictObject({ id: idField });

/** Money that the deal causes, one line per partner. */
const commissionOfDeal = z.object({
  id: z.string(),
  status: z.enum(commissionStatuses),
  direction: z.enum(['we_pay', 'partner_pays']),
  partnerId: z.string(),
  partnerName: z.string(),
  /** Negative when it takes a paid commission back. */
  amountMinor: z.bigint(),
  currency: z.string(),
  createdAt: z.date(),
});

export const dealDetail = dealSummary.extend({
  shareId: z.string().nullable(),
  partnerReferralId: z.string().nullable(),
  introductionId: z.string().nullable(),
  engagementId: z.string().nullable(),
  partnerTypeName: z.string().nullable(),
  reportedByName: z.string(),
  verifiedByName: z.string().nullable(),
  note: z.string().nullable(),
  commissions: z.array(commissionOfDeal),
  /** Why a partner of this deal gets no commission, in words. */
  noCommissionReasons: z.array(z.string()),
  timeline: z.array(timelineEntry),
});

/** A lead or an introduction is needed; a share belongs to its lead. */
export const reportDealInput = z
  .strictObject({
    leadId: idField.optional(),
    shareId: idField.optional(),
    introductionId: idField.optional(),
    valueMinor: moneyField,
    currency: currencyField,
    closedAt: z.date(),
    note: optionalText('The note', 1000),
  })
  .refine((input) => (input.leadId === undefined) !== (input.introductionId === undefined), {
    path: ['leadId'],
    message: 'Choose the lead, or the introduction, that this deal came from.',
  })
  .refine((input) => input.shareId === undefined || input.leadId !== undefined, {
    path: ['shareId'],
    message: 'A share goes with its lead. Choose the lead as well.',
  });

export const reportDealOutput = z.object({ id: z.string() });

export const endDealInput = z.strictObject({ id: idField, reason: reasonField });
