import type { Tx } from '@goodword/db';
import { type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { opposite, postTransaction } from '../ledger/index.ts';
import { type CommissionRow, lockCommission } from './commissions.queries.ts';
import { moveCommission } from './move-commission.ts';
import { approvalPostings, settlementPostings, writeOffPostings } from './postings.ts';

const DAYS_TO_PAY = 30;

async function withCommission(
  ctx: Context,
  id: string,
  work: (tx: Tx, line: CommissionRow) => Promise<void>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const line = await lockCommission(tx, id);
    if (!line) throw notFound('commission');
    await work(tx, line);
  });
}

/** What the terms wait for has happened (service delivered, loan drawn down): the amount now counts. */
export async function confirmCommission(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await withCommission(ctx, input.id, async (tx, line) => {
    if (line.status !== 'pending') throw illegal('Only a commission that waits can be confirmed.');
    await moveCommission(tx, ctx, line, { to: 'calculated', reason: input.reason });
  });
}

/** Stops a line where it stands until somebody has looked at it. A debt that was approved stays a debt. */
export async function holdCommission(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await withCommission(ctx, input.id, (tx, line) =>
    moveCommission(tx, ctx, line, {
      to: 'held',
      set: { heldFrom: line.status, reason: input.reason },
      reason: input.reason,
    }),
  );
}

/** Back to where it was held. */
export async function releaseCommission(ctx: Context, id: string): Promise<void> {
  await withCommission(ctx, id, async (tx, line) => {
    if (line.status !== 'held') throw illegal('Only a commission on hold can be released.');
    await moveCommission(tx, ctx, line, {
      to: line.heldFrom === 'approved' ? 'approved' : 'calculated',
      set: { heldFrom: null, reason: null },
    });
  });
}

/** Ends an unpaid line; a debt it had made ends with it. @throws `not_found`, `illegal_move` */
export async function cancelCommission(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await withCommission(ctx, input.id, async (tx, line) => {
    if (line.status === 'scheduled') {
      throw illegal('This commission is in a payout. Mark that payout as failed first, then cancel it.');
    }
    await cancelLine(tx, ctx, line, input.reason);
  });
}

/** Cancels a line before money moved; a debt or claim that its approval created ends with it. */
export async function cancelLine(tx: Tx, ctx: Context, line: CommissionRow, reason: string): Promise<void> {
  await moveCommission(tx, ctx, line, { to: 'cancelled', set: { heldFrom: null, reason }, reason });
  if (!line.approvedAt) return;
  await postTransaction(tx, ctx, {
    kind: 'commission_cancelled',
    referenceId: line.id,
    postings: opposite(approvalPostings(line)),
  });
}

/** Tells that the partner was asked to pay. */
export async function invoiceCommission(ctx: Context, input: { id: string; dueAt?: Date }): Promise<void> {
  const now = ctx.clock.now();
  const dueAt = input.dueAt ?? addDays(now, DAYS_TO_PAY);
  if (dueAt < now) {
    throw new AppError('invalid_input', {
      userMessage: 'The invoice would be overdue at once. Choose a later date.',
      fields: { dueAt: 'Choose a later date.' },
    });
  }
  await withCommission(ctx, input.id, (tx, line) =>
    moveCommission(tx, ctx, line, { to: 'invoiced', set: { invoicedAt: now, dueAt } }),
  );
}

/** The partner paid; for a take-back, we refunded it. */
export async function settleCommission(
  ctx: Context,
  input: { id: string; reference?: string },
): Promise<void> {
  await withCommission(ctx, input.id, async (tx, line) => {
    await moveCommission(tx, ctx, line, {
      to: 'settled',
      set: { paidAt: ctx.clock.now() },
      reason: input.reference ? `Reference ${input.reference}` : undefined,
    });
    await postTransaction(tx, ctx, {
      kind: 'commission_settled',
      referenceId: line.id,
      postings: settlementPostings(line),
    });
  });
}

/** Gives up an overdue claim. */
export async function writeOffCommission(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await withCommission(ctx, input.id, async (tx, line) => {
    if (line.amountMinor < 0n) throw illegal('We owe this refund ourselves. Settle it, or cancel it.');
    await moveCommission(tx, ctx, line, {
      to: 'written_off',
      set: { reason: input.reason },
      reason: input.reason,
    });
    await postTransaction(tx, ctx, {
      kind: 'commission_written_off',
      referenceId: line.id,
      postings: writeOffPostings(line),
    });
  });
}

/** The day to pay has passed. Nothing happens when somebody settled it a moment ago. */
export async function markOverdue(ctx: Context, id: string): Promise<void> {
  await withCommission(ctx, id, async (tx, line) => {
    if (line.status !== 'invoiced' || !line.dueAt || line.dueAt >= ctx.clock.now()) return;
    await moveCommission(tx, ctx, line, { to: 'overdue' });
  });
}

function illegal(userMessage: string): AppError {
  return new AppError('illegal_move', { userMessage });
}
