import { leadShareMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { reportDeal } from '../deals/index.ts';
import { shareEvent } from './answer-share.ts';
import { requireWorkableShare } from './own-share.ts';
import { shareTable } from './sharing.queries.ts';

export interface ShareOutcome {
  id: string;
  outcome: 'won' | 'lost';
  valueMinor?: bigint;
  currency?: string;
  note?: string;
}

/** The partner is done with the lead. A win reports a deal, which counts once staff verified it. */
export async function closeShare(ctx: Context, input: ShareOutcome): Promise<null> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const { share } = await requireWorkableShare(tx, ctx, input.id);
    await moveState(tx, ctx, {
      machine: leadShareMachine,
      table: shareTable,
      id: share.id,
      to: 'closed',
      set: { endedAt: now, outcome: input.outcome },
      payload: shareEvent(share),
    });
    if (input.outcome === 'won') {
      invariant(input.valueMinor !== undefined && input.currency, 'a win has a value');
      await reportDeal(tx, ctx, {
        source: { kind: 'share', shareId: share.id },
        valueMinor: input.valueMinor,
        currency: input.currency,
        closedAt: now,
        note: input.note,
      });
    }
    return null;
  });
}
