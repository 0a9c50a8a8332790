import { leadShareMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { shareEvent } from './answer-share.ts';
import { getShare, listOpenShares, listOverdueShares, shareTable } from './sharing.queries.ts';
import { grantedTicksOf } from './view-shares.ts';

interface Ending {
  id: string;
  to: 'withdrawn' | 'revoked' | 'expired';
  reason: string;
}

/** We take a lead back from a partner. */
export async function withdrawShare(ctx: Context, input: { id: string; reason: string }): Promise<null> {
  await endShare(ctx, { ...input, to: 'withdrawn' });
  return null;
}

/** Revokes the open shares of a client that consent leaves nothing to show on. What is left of the others hides itself. */
export async function revokeSharesWithoutConsent(ctx: Context, clientId: string): Promise<void> {
  const empty = await inScope(ctx, async (tx) => {
    const open = await listOpenShares(tx, { clientId });
    const granted = await grantedTicksOf(tx, open);
    return open.filter((_, index) => granted[index]?.length === 0);
  });
  for (const { share } of empty) {
    await endUnlessMoved(ctx, { id: share.id, to: 'revoked', reason: 'The client withdrew consent.' });
  }
}

/** A lead that is over takes its open shares with it. */
export async function endSharesOfLead(ctx: Context, leadId: string, byClient: boolean): Promise<void> {
  const open = await inScope(ctx, (tx) => listOpenShares(tx, { leadId }));
  for (const { share } of open) {
    await endUnlessMoved(
      ctx,
      byClient
        ? { id: share.id, to: 'revoked', reason: 'The client ended this.' }
        : { id: share.id, to: 'withdrawn', reason: 'The lead was closed.' },
    );
  }
}

/** The partnership is over: what the partner had of ours comes back. A suspended one keeps it, closed, until it returns. */
export async function endSharesOfPartner(ctx: Context, partnerId: string): Promise<void> {
  const open = await inScope(ctx, (tx) => listOpenShares(tx, { partnerId }));
  for (const { share } of open) {
    await endUnlessMoved(ctx, { id: share.id, to: 'withdrawn', reason: 'The partnership ended.' });
  }
}

/** Ends shares that were not answered in time. */
export async function expireShares(ctx: Context): Promise<void> {
  const overdue = await inScope(ctx, (tx) => listOverdueShares(tx, ctx.clock.now()));
  for (const id of overdue) {
    await endUnlessMoved(ctx, { id, to: 'expired', reason: 'Not answered in time.' });
  }
}

async function endShare(ctx: Context, { id, to, reason }: Ending): Promise<void> {
  await inScope(ctx, async (tx) => {
    const share = await getShare(tx, id);
    if (!share) throw notFound('lead share');
    await moveState(tx, ctx, {
      machine: leadShareMachine,
      table: shareTable,
      id,
      to,
      set: { endedAt: ctx.clock.now(), endReason: reason },
      reason,
      payload: shareEvent(share),
    });
  });
}

/** For what the system does by itself: a share that somebody moved a moment before is left as they moved it. */
async function endUnlessMoved(ctx: Context, ending: Ending): Promise<void> {
  try {
    await endShare(ctx, ending);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'stale' || error.code === 'illegal_move')) return;
    throw error;
  }
}
