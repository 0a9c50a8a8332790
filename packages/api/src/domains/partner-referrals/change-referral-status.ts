import type { Tx } from '@goodword/db';
import { partnerReferralMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { forgetMessagesAbout } from '../notifications/index.ts';
import { declineReferral } from './decline-referral.ts';
import { expireReferral } from './expire-referrals.ts';
import { withoutContact } from './partner-referral.ts';
import { getReferral, lockReferral, partnerReferralTable } from './partner-referrals.queries.ts';
import type { changeReferralStatusInput } from './partner-referrals.schema.ts';

/**
 * Staff move a referral by hand. `declined` is what a client does who asks us by phone: everything that opting out
 * does happens. `expired` is what time does.
 * @throws `not_found`, `illegal_move`, `stale`
 */
export async function changeReferralStatus(
  ctx: Context,
  { id, to, reason }: z.infer<typeof changeReferralStatusInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const referral = await lockReferral(tx, id);
    if (!referral) throw notFound('referral');
    if (to === 'declined') return declineReferral(tx, ctx, { id, reason: 'opted_out', note: reason });
    if (to === 'expired') return expireReferral(tx, ctx, referral, reason);
    // Whoever never confirmed is not kept when we turn the referral down, as when it expires.
    const isForgotten = to === 'rejected' && referral.confirmedAt === null;
    await moveState(tx, ctx, {
      machine: partnerReferralMachine,
      table: partnerReferralTable,
      id,
      to,
      set: { ...(isForgotten ? withoutContact : {}), ...endOf(to, ctx.clock.now()) },
      reason,
    });
    if (isForgotten) await forgetMessagesAbout(tx, id);
  });
}

function endOf(to: 'accepted' | 'dormant' | 'rejected', now: Date) {
  switch (to) {
    case 'accepted':
      return { acceptedAt: now };
    case 'dormant':
      return {};
    case 'rejected':
      return { endedAt: now, endReason: to };
  }
}

/** The lead behind a referral was qualified: the referral counts as accepted. */
export async function acceptReferral(tx: Tx, ctx: Context, id: string): Promise<void> {
  const referral = await getReferral(tx, id);
  if (referral?.status !== 'intake') return;
  await moveState(tx, ctx, {
    machine: partnerReferralMachine,
    table: partnerReferralTable,
    id,
    to: 'accepted',
    set: { acceptedAt: ctx.clock.now() },
    payload: { partnerId: referral.partnerId, leadId: referral.leadId },
  });
}
