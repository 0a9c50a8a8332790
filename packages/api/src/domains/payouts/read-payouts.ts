import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { approvalHindrance } from './approve-batch.ts';
import {
  getBatch,
  linesOf,
  listBatches,
  listOwnPayouts,
  listPayoutsOfBatch,
  ownLinesOf,
  totalsOf,
} from './payouts.queries.ts';
import type {
  listOwnPayoutsInput,
  listPayoutBatchesInput,
  ownPayoutPage,
  payoutBatchDetail,
  payoutBatchPage,
} from './payouts.schema.ts';

type BatchSummary = z.infer<typeof payoutBatchPage>['rows'][number];

function summaryOf(
  row: NonNullable<Awaited<ReturnType<typeof getBatch>>>,
  totals: Awaited<ReturnType<typeof totalsOf>>,
): BatchSummary {
  const { batch } = row;
  const own = totals.filter((total) => total.batchId === batch.id);
  return {
    id: batch.id,
    name: batch.name,
    status: batch.status,
    createdByName: row.createdByName ?? 'Goodword',
    approvedByName: row.approvedByName,
    createdAt: batch.createdAt,
    approvedAt: batch.approvedAt,
    completedAt: batch.completedAt,
    payouts: own.reduce((sum, total) => sum + total.payouts, 0),
    totals: own.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
  };
}

/** One page of batches with their sums per currency, newest first. */
export async function batchesPage(
  ctx: Context,
  input: z.infer<typeof listPayoutBatchesInput>,
): Promise<z.infer<typeof payoutBatchPage>> {
  return inScope(ctx, async (tx) => {
    const found = await listBatches(tx, {
      status: input.status,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const { rows, nextCursor } = toPage(found, input.limit, ({ batch }) => ({
      value: batch.createdAt.toISOString(),
      id: batch.id,
    }));
    const totals = await totalsOf(
      tx,
      rows.map(({ batch }) => batch.id),
    );
    return { rows: rows.map((row) => summaryOf(row, totals)), nextCursor };
  });
}

/** One batch with its payouts and their lines. @throws `not_found` */
export async function readBatch(ctx: Context, id: string): Promise<z.infer<typeof payoutBatchDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await getBatch(tx, id);
    if (!row) throw notFound('payout batch');
    const payouts = await listPayoutsOfBatch(tx, id);
    const payoutIds = payouts.map(({ payout }) => payout.id);
    const lines = await linesOf(tx, payoutIds);
    return {
      ...summaryOf(row, await totalsOf(tx, [id])),
      approvalHindrance: row.batch.status === 'draft' ? await approvalHindrance(tx, ctx, row.batch) : null,
      items: payouts.map(({ payout, payeeName }) => ({
        id: payout.id,
        status: payout.status,
        partnerId: payout.partnerId,
        partnerName: payeeName,
        currency: payout.currency,
        amountMinor: payout.amountMinor,
        reference: payout.reference,
        failureReason: payout.failureReason,
        sentAt: payout.sentAt,
        paidAt: payout.paidAt,
        lines: lines
          .filter((line) => line.payoutId === payout.id)
          .map(({ commissionId, amountMinor, clientName }) => ({ commissionId, amountMinor, clientName })),
      })),
      timeline: await timelineOf(tx, [id, ...payoutIds]),
    };
  });
}

/** The payouts of the partner of the session whose batch is approved, newest first. */
export async function ownPayoutsPage(
  ctx: Context,
  input: z.infer<typeof listOwnPayoutsInput>,
): Promise<z.infer<typeof ownPayoutPage>> {
  const partnerId = partnerIdOf(ctx);
  return inScope(ctx, async (tx) => {
    const found = await listOwnPayouts(tx, {
      partnerId,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const { rows, nextCursor } = toPage(found, input.limit, (row) => ({
      value: row.createdAt.toISOString(),
      id: row.id,
    }));
    const lines = await ownLinesOf(tx, { partnerId, payoutIds: rows.map((row) => row.id) });
    return {
      nextCursor,
      rows: rows.map(({ id, status, currency, amountMinor, reference, createdAt, sentAt, paidAt }) => ({
        id,
        status,
        currency,
        amountMinor,
        reference,
        createdAt,
        sentAt,
        paidAt,
        lines: lines
          .filter((line) => line.payoutId === id)
          .map((line) => ({ commissionId: line.commissionId, amountMinor: line.amountMinor })),
      })),
    };
  });
}
