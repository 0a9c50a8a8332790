import { payoutBatchMachine, payoutMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { currencyField, idField, reasonField, textField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const payoutBatchStatus = z.enum(payoutBatchMachine.states);
export const payoutStatus = z.enum(payoutMachine.states);

export const listPayoutBatchesInput = z.strictObject({
  ...pageInput,
  status: payoutBatchStatus.optional(),
});

const batchTotal = z.object({ currency: z.string(), amountMinor: z.bigint() });

export const payoutBatchSummary = z.object({
  id: z.string(),
  name: z.string(),
  status: payoutBatchStatus,
  createdByName: z.string(),
  approvedByName: z.string().nullable(),
  createdAt: z.date(),
  approvedAt: z.date().nullable(),
  completedAt: z.date().nullable(),
  payouts: z.number(),
  /** One sum per currency, failed payouts left out. */
  totals: z.array(batchTotal),
});

export const payoutBatchPage = pageOf(payoutBatchSummary);

export const payoutBatchIdInput = z.strictObject({ id: idField });

export const payoutLine = z.object({
  commissionId: z.string(),
  amountMinor: z.bigint(),
  clientName: z.string(),
});

export const payoutInBatch = z.object({
  id: z.string(),
  status: payoutStatus,
  partnerId: z.string().nullable(),
  partnerName: z.string(),
  currency: z.string(),
  amountMinor: z.bigint(),
  reference: z.string().nullable(),
  failureReason: z.string().nullable(),
  sentAt: z.date().nullable(),
  paidAt: z.date().nullable(),
  lines: z.array(payoutLine),
});

export const payoutBatchDetail = payoutBatchSummary.extend({
  /** Why the person who asks may not approve it; null when they may, or when it is past that step. */
  approvalHindrance: z.string().nullable(),
  items: z.array(payoutInBatch),
  timeline: z.array(timelineEntry),
});

export const createPayoutBatchInput = z.strictObject({
  name: textField('A name', 80),
  currency: currencyField.optional(),
});

export const createPayoutBatchOutput = z.object({ id: z.string() });

export const payoutIdInput = z.strictObject({ payoutId: idField });

export const markPaidInput = z.strictObject({
  payoutId: idField,
  reference: textField('The transaction reference', 100),
});

export const markFailedInput = z.strictObject({ payoutId: idField, reason: reasonField });

export const listOwnPayoutsInput = z.strictObject({ ...pageInput });

export const ownPayout = z.object({
  id: z.string(),
  status: payoutStatus,
  currency: z.string(),
  amountMinor: z.bigint(),
  reference: z.string().nullable(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  paidAt: z.date().nullable(),
  lines: z.array(z.object({ commissionId: z.string(), amountMinor: z.bigint() })),
});

export const ownPayoutPage = pageOf(ownPayout);
