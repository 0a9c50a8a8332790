import { partnerReferralMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { listOverdue, partnerReferralTable } from './partner-referrals.queries.ts';

const BATCH = 100;

/** Ends referrals whose client did not answer in time. Somebody who never confirmed is not kept in our records. */
export async function expireReferrals(ctx: Context): Promise<number> {
  let expired = 0;
  for (;;) {
    const batch = await inScope(ctx, async (tx) => {
      const now = ctx.clock.now();
      const rows = await listOverdue(tx, { now, limit: BATCH });
      for (const { id, status } of rows) {
        const emptied =
          status === 'submitted'
            ? { clientName: null, clientEmail: null, clientPhone: null, details: {}, partnerNotes: null }
            : {};
        await moveState(tx, ctx, {
          machine: partnerReferralMachine,
          table: partnerReferralTable,
          id,
          to: 'expired',
          set: { ...emptied, endedAt: now, endReason: 'expired' },
        });
      }
      return rows.length;
    });
    expired += batch;
    if (batch < BATCH) return expired;
  }
}
