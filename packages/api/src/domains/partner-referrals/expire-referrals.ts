import type { Tx } from '@goodword/db';
import { partnerReferralMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { forgetMessagesAbout } from '../notifications/index.ts';
import { withoutContact } from './partner-referral.ts';
import { listOverdue, type PartnerReferralRow, partnerReferralTable } from './partner-referrals.queries.ts';

const BATCH = 100;

/** Ends referrals whose client did not answer in time. */
export async function expireReferrals(ctx: Context): Promise<number> {
  let expired = 0;
  for (;;) {
    const batch = await inScope(ctx, async (tx) => {
      const rows = await listOverdue(tx, { now: ctx.clock.now(), limit: BATCH });
      for (const referral of rows) await expireReferral(tx, ctx, referral);
      return rows.length;
    });
    expired += batch;
    if (batch < BATCH) return expired;
  }
}

/**
 * The client did not answer. Somebody who never confirmed is not kept in our records, nor in the mails about it; what
 * came of a form by link is closed by the event.
 * @throws `illegal_move`
 */
export async function expireReferral(
  tx: Tx,
  ctx: Context,
  referral: PartnerReferralRow,
  reason?: string,
): Promise<void> {
  const isKept = referral.confirmedAt !== null;
  await moveState(tx, ctx, {
    machine: partnerReferralMachine,
    table: partnerReferralTable,
    id: referral.id,
    to: 'expired',
    set: { ...(isKept ? {} : withoutContact), endedAt: ctx.clock.now(), endReason: 'expired' },
    reason,
    payload: { partnerId: referral.partnerId, leadId: referral.leadId, clientId: referral.clientId },
  });
  if (!isKept) await forgetMessagesAbout(tx, referral.id);
}
