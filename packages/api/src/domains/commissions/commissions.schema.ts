import { commissionStatuses, directions } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { bulkIdsField } from '../../shared/bulk.ts';
import { idField, optionalText, reasonField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const commissionStatus = z.enum(commissionStatuses);
export const commissionDirection = z.enum(directions).exclude(['none']);

/** What a commission is paid for; `reversal` takes a paid one back. */
export const commissionLine = z.enum(['share', 'referral', 'introduction', 'reversal']);

export const listCommissionsInput = z.strictObject({
  ...pageInput,
  status: commissionStatus.optional(),
  direction: commissionDirection.optional(),
  partnerId: idField.optional(),
});

const commissionFacts = {
  id: z.string(),
  status: commissionStatus,
  direction: commissionDirection,
  line: commissionLine,
  /** Negative when it takes a paid commission back. */
  amountMinor: z.bigint(),
  currency: z.string(),
  createdAt: z.date(),
  approvedAt: z.date().nullable(),
  invoicedAt: z.date().nullable(),
  dueAt: z.date().nullable(),
  paidAt: z.date().nullable(),
};

export const commissionSummary = z.object({
  ...commissionFacts,
  partnerId: z.string(),
  partnerName: z.string(),
  partnerTypeName: z.string(),
  clientName: z.string(),
  dealId: z.string(),
  dealValueMinor: z.bigint(),
  dealCurrency: z.string(),
});

export const commissionPage = pageOf(commissionSummary);

export const commissionIdInput = z.strictObject({ id: idField });

const commissionTraceOutput = z.object({
  /** How the amount came about, sentence by sentence. */
  steps: z.array(z.string()),
});

export const commissionDetail = commissionSummary.extend({
  baseMinor: z.bigint(),
  trace: commissionTraceOutput,
  reason: z.string().nullable(),
  approvedByName: z.string().nullable(),
  reversesId: z.string().nullable(),
  reversedById: z.string().nullable(),
  payoutId: z.string().nullable(),
  payoutBatchId: z.string().nullable(),
  payoutReference: z.string().nullable(),
  /** What may be done with it now. */
  actions: z.array(
    z.enum(['confirm', 'approve', 'hold', 'release', 'cancel', 'invoice', 'settle', 'write_off']),
  ),
  timeline: z.array(timelineEntry),
});

export const approveCommissionsInput = z.strictObject({ ids: bulkIdsField });

export const changeCommissionInput = z.strictObject({ id: idField, reason: reasonField });

export const invoiceCommissionInput = z.strictObject({ id: idField, dueAt: z.date().optional() });

export const settleCommissionInput = z.strictObject({
  id: idField,
  reference: optionalText('The reference', 100),
});

/** What a partner sees of a commission: its own money, and nothing about the client. */
export const ownCommission = z.object({
  ...commissionFacts,
  shareId: z.string().nullable(),
  introductionId: z.string().nullable(),
});

export const listOwnCommissionsInput = z.strictObject({
  ...pageInput,
  status: commissionStatus.optional(),
});

export const ownCommissionPage = pageOf(ownCommission);

export const ownCommissionDetail = ownCommission.extend({
  /** Null where the client has not agreed that the partner is told. */
  baseMinor: z.bigint().nullable(),
  trace: commissionTraceOutput,
  reversesId: z.string().nullable(),
  payoutId: z.string().nullable(),
  payoutReference: z.string().nullable(),
  /** The steps taken so far, oldest first. */
  steps: z.array(z.object({ key: z.string(), label: z.string(), at: z.date() })),
});

/** A partner's money, by currency. Amounts we pay and amounts the partner pays stand apart. */
export const ownCommissionSummary = z.object({
  currencies: z.array(
    z.object({
      currency: z.string(),
      /** Calculated or held: not decided yet. */
      openMinor: z.bigint(),
      /** Approved or in a payout: will be paid. */
      approvedMinor: z.bigint(),
      paidMinor: z.bigint(),
      /** What the partner owes us and has not settled. */
      owedToUsMinor: z.bigint(),
      settledToUsMinor: z.bigint(),
    }),
  ),
});
