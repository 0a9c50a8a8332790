import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { newId } from '../../shared/id.ts';
import { describeMoney } from '../../shared/money.ts';
import { cancelLine } from './change-commission.ts';
import { takeBackLine, undoOf } from './commission.ts';
import { type CommissionRow, insertCommissionOnce, lockCommissionsOfDeal } from './commissions.queries.ts';

/**
 * Undoes what a deal earned, in the transaction that reverses it. Lines whose money has not moved are cancelled;
 * a paid, settled or sent one stays as it is and gets an opposite line that names it and is decided by finance.
 * The caller holds the lock on the deal.
 */
export async function takeBackCommissions(
  tx: Tx,
  ctx: Context,
  deal: { id: string; reason: string },
): Promise<void> {
  for (const line of await lockCommissionsOfDeal(tx, deal.id)) {
    const undo = undoOf(line.status);
    if (undo === 'cancel') await cancelLine(tx, ctx, line, deal.reason);
    if (undo === 'take_back') await takeBack(tx, ctx, line, deal.reason);
  }
}

async function takeBack(tx: Tx, ctx: Context, line: CommissionRow, reason: string): Promise<void> {
  const now = ctx.clock.now();
  const id = newId('commission', now);
  const created = await insertCommissionOnce(tx, {
    id,
    dealId: line.dealId,
    partnerId: line.partnerId,
    engagementId: line.engagementId,
    direction: line.direction,
    planLine: takeBackLine(line.planLine),
    instalment: line.instalment,
    status: 'calculated',
    amountMinor: -line.amountMinor,
    currency: line.currency,
    baseMinor: line.baseMinor,
    trace: {
      steps: [
        'The deal behind a commission was reversed.',
        `It is taken back in full: ${describeMoney({ ...line, amountMinor: -line.amountMinor })}`,
      ],
      terms: line.trace.terms,
    },
    reversesId: line.id,
    createdAt: now,
  });
  if (!created) return;
  await recordChange(tx, ctx, {
    action: 'commission.calculated',
    subjectType: 'commission',
    subjectId: id,
    to: 'calculated',
    reason,
    payload: { partnerId: line.partnerId, dealId: line.dealId, reversesId: line.id },
  });
}
