import { dealMachine, leadMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { takeBackCommissions } from '../commissions/index.ts';
import { dropFromUnsentPayouts, refuseUnsentPayouts } from '../payouts/index.ts';
import { dealTable, getLead, leadTable, lockDeal } from './deals.queries.ts';

/**
 * A verified deal fell through. It stops counting, its lead is in work again, and all it earned is undone in the
 * same transaction: unpaid commissions are cancelled, paid ones get an opposite line.
 * The deal is locked first: a calculation that runs at the same moment comes before or finds it reversed.
 * @throws `not_found`, `illegal_move`
 */
export async function reverseDeal(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const deal = await lockDeal(tx, input.id);
    if (!deal) throw notFound('deal');
    await moveState(tx, ctx, {
      machine: dealMachine,
      table: dealTable,
      id: deal.id,
      to: 'reversed',
      reason: input.reason,
      payload: { leadId: deal.leadId, partnerId: deal.partnerId },
    });
    await dropFromUnsentPayouts(tx, ctx, input);
    await takeBackCommissions(tx, ctx, input);
    await refuseUnsentPayouts(tx, deal.id);
    const lead = deal.leadId ? await getLead(tx, deal.leadId) : undefined;
    if (lead?.status === 'converted') {
      await moveState(tx, ctx, {
        machine: leadMachine,
        table: leadTable,
        id: lead.id,
        to: 'in_progress',
        set: { convertedAt: null },
        reason: input.reason,
      });
    }
  });
}
