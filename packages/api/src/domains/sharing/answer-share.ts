import { leadShareMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { requireAgreement } from '../agreements/index.ts';
import { requireOwnShare, requireWorkableShare } from './own-share.ts';
import type { ShareWithRules } from './sharing.queries.ts';
import { shareTable } from './sharing.queries.ts';

/** What every event of a share carries. */
export function shareEvent({ leadId, clientId, partnerId }: ShareWithRules['share']) {
  return { leadId, clientId, partnerId };
}

/** The partner takes the lead on. */
export async function acceptShare(ctx: Context, id: string): Promise<null> {
  return answer(ctx, id, requireWorkableShare, async (tx, share) => {
    const now = ctx.clock.now();
    if (share.status === 'sent' && share.answerBy <= now) {
      throw new AppError('illegal_move', {
        userMessage:
          'The time to answer this lead has passed. Ask your contact with us if you still want it.',
      });
    }
    await requireAgreement(tx, share.partnerId, now);
    await moveState(tx, ctx, {
      machine: leadShareMachine,
      table: shareTable,
      id,
      to: 'accepted',
      set: { acceptedAt: now },
      payload: shareEvent(share),
    });
  });
}

/** The partner starts to work the lead. */
export async function startShare(ctx: Context, id: string): Promise<null> {
  return answer(ctx, id, requireWorkableShare, async (tx, share) => {
    await moveState(tx, ctx, {
      machine: leadShareMachine,
      table: shareTable,
      id,
      to: 'in_progress',
      payload: shareEvent(share),
    });
  });
}

/** The partner does not take the lead, or gives it back: from then on it sees nothing of it. */
export async function giveUpShare(
  ctx: Context,
  input: { id: string; to: 'rejected' | 'returned'; reason: string },
): Promise<null> {
  return answer(ctx, input.id, requireOwnShare, async (tx, share) => {
    await moveState(tx, ctx, {
      machine: leadShareMachine,
      table: shareTable,
      id: input.id,
      to: input.to,
      set: { endedAt: ctx.clock.now(), endReason: input.reason },
      reason: input.reason,
      payload: shareEvent(share),
    });
  });
}

type Step = (tx: Parameters<typeof requireOwnShare>[0], share: ShareWithRules['share']) => Promise<void>;

async function answer(ctx: Context, id: string, require: typeof requireOwnShare, step: Step): Promise<null> {
  return inScope(ctx, async (tx) => {
    const { share } = await require(tx, ctx, id);
    await step(tx, share);
    return null;
  });
}
