import type { Tx } from '@goodword/db';
import { type ReferralRequestStatus, referralRequestMachine } from '@goodword/db/vocabulary';
import { type Context, clientIdOf, elevated, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { findOpenIntroduction } from './introductions.queries.ts';
import { moveIntroduction } from './move-introduction.ts';
import { listRequestsOf, requestTable } from './requests.queries.ts';

const CANCELLED = 'The client cancelled the request.';

/** The client takes its request back, whatever we did about it so far. */
export async function cancelRequest(ctx: Context, input: { id: string; reason?: string }): Promise<null> {
  const [own] = await inScope(ctx, (tx) =>
    listRequestsOf(tx, { clientId: clientIdOf(ctx), id: input.id, after: null, limit: 1 }),
  );
  if (!own) throw notFound('request');
  // The request is the client's own, as just read in its scope; the attempt that ends with it belongs to a partner too.
  return inScope(elevated(ctx), async (tx) => {
    const closedAt = ctx.clock.now();
    const requestSet = { closedAt, endReason: input.reason ?? null };
    const attempt = await findOpenIntroduction(tx, input.id);
    if (!attempt) {
      await endRequest(tx, ctx, { id: input.id, to: 'cancelled', set: requestSet, reason: input.reason });
      return null;
    }
    await moveIntroduction(tx, ctx, {
      introduction: attempt,
      ...(attempt.status === 'connected'
        ? { to: 'closed', set: { closedAt, outcome: 'unknown', outcomeNotes: CANCELLED } }
        : { to: 'declined', set: { closedAt, endReason: CANCELLED } }),
      requestTo: 'cancelled',
      requestSet,
      reason: input.reason,
    });
    return null;
  });
}

/** We found nobody. */
export async function markUnfulfilled(
  ctx: Context,
  input: { requestId: string; reason: string },
): Promise<null> {
  return inScope(ctx, async (tx) => {
    await endRequest(tx, ctx, {
      id: input.requestId,
      to: 'unfulfilled',
      set: { closedAt: ctx.clock.now(), endReason: input.reason },
      reason: input.reason,
    });
    return null;
  });
}

async function endRequest(
  tx: Tx,
  ctx: Context,
  move: {
    id: string;
    to: ReferralRequestStatus;
    set: Partial<typeof requestTable.$inferInsert>;
    reason?: string;
  },
): Promise<void> {
  await moveState(tx, ctx, { machine: referralRequestMachine, table: requestTable, ...move });
}
