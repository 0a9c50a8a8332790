import type { Tx } from '@goodword/db';
import { type Context, elevated, inScope, partnerIdOf } from '../../platform/context.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import {
  listPartnerIntroductions,
  listUnconnectedIntroductions,
  requireIntroduction,
} from './introductions.queries.ts';
import { moveIntroduction } from './move-introduction.ts';

/** The partner and the client are in touch. */
export async function connectIntroduction(ctx: Context, id: string): Promise<null> {
  await requireOwnIntroduction(ctx, id);
  // The introduction is the partner's own, as just read in its scope; the request that follows it is not its row.
  return inScope(elevated(ctx), async (tx) => {
    await moveIntroduction(tx, ctx, {
      introduction: await requireIntroduction(tx, id),
      to: 'connected',
      set: { connectedAt: ctx.clock.now() },
      requestTo: 'connected',
    });
    return null;
  });
}

/** The partner does not take it: the request waits for another match. */
export async function declineOwnIntroduction(
  ctx: Context,
  input: { id: string; reason: string },
): Promise<null> {
  await requireOwnIntroduction(ctx, input.id);
  // As above: the partner's own introduction, and the request behind it.
  return inScope(elevated(ctx), (tx) => decline(tx, ctx, input));
}

/** The same, told to us by the partner and recorded by staff. */
export async function declineForPartner(
  ctx: Context,
  input: { introductionId: string; reason: string },
): Promise<null> {
  return inScope(ctx, (tx) => decline(tx, ctx, { id: input.introductionId, reason: input.reason }));
}

/** The partnership is over: who waits for this partner gets another match. Whom it knows already, staff follow up. */
export async function declineAllOfPartner(ctx: Context, partnerId: string): Promise<void> {
  const waiting = await inScope(ctx, (tx) => listUnconnectedIntroductions(tx, partnerId));
  for (const id of waiting) {
    try {
      await inScope(ctx, (tx) => decline(tx, ctx, { id, reason: 'The partnership ended.' }));
    } catch (error) {
      // Connected, declined or cancelled a moment before: left as it was moved.
      if (error instanceof AppError && (error.code === 'stale' || error.code === 'illegal_move')) continue;
      throw error;
    }
  }
}

async function decline(tx: Tx, ctx: Context, { id, reason }: { id: string; reason: string }): Promise<null> {
  await moveIntroduction(tx, ctx, {
    introduction: await requireIntroduction(tx, id),
    to: 'declined',
    set: { closedAt: ctx.clock.now(), endReason: reason },
    requestTo: 'pending',
    reason,
  });
  return null;
}

async function requireOwnIntroduction(ctx: Context, id: string): Promise<void> {
  const partnerId = partnerIdOf(ctx);
  const rows = await inScope(ctx, (tx) =>
    listPartnerIntroductions(tx, { partnerId, id, after: null, limit: 1 }),
  );
  if (rows.length === 0) throw notFound('introduction');
}
