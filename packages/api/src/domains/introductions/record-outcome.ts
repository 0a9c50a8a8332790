import type { IntroductionOutcome } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { reportDeal } from '../deals/index.ts';
import { requireIntroduction } from './introductions.queries.ts';
import { moveIntroduction } from './move-introduction.ts';

export interface RecordedOutcome {
  introductionId: string;
  outcome: IntroductionOutcome;
  notes?: string;
  deal?: { valueMinor: bigint; currency: string; closedAt: Date };
}

/** What came of an introduction. A closed deal is reported with it; it counts once staff verified it. */
export async function recordOutcome(ctx: Context, input: RecordedOutcome): Promise<null> {
  return inScope(ctx, async (tx) => {
    const closedAt = ctx.clock.now();
    await moveIntroduction(tx, ctx, {
      introduction: await requireIntroduction(tx, input.introductionId),
      to: 'closed',
      set: { closedAt, outcome: input.outcome, outcomeNotes: input.notes ?? null },
      requestTo: 'closed',
      requestSet: { closedAt },
    });
    if (input.deal) {
      await reportDeal(tx, ctx, {
        source: { kind: 'introduction', introductionId: input.introductionId },
        ...input.deal,
        note: input.notes,
      });
    }
    return null;
  });
}
