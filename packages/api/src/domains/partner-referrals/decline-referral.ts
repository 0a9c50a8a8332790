import type { Tx } from '@goodword/db';
import { canMove, partnerReferralMachine } from '@goodword/db/vocabulary';
import { recogniseToken, retireTokens } from '../../auth/known-links.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { suppressAddress } from '../notifications/index.ts';
import {
  listUnconfirmedOf,
  lockReferral,
  type PartnerReferralRow,
  partnerReferralTable,
} from './partner-referrals.queries.ts';

const linkPurposes = ['confirm_referral', 'lead_intake'] as const;

/** Why nothing more happens: the client said so now, or had said so before. */
export type DeclineReason = 'opted_out' | 'address_silent';

/**
 * The client wants none of it: the link that we sent is the credential, also when it was used to confirm. Nothing is
 * ever sent to the address again. A second call changes nothing.
 * @throws `link_invalid`
 */
export async function optOut(ctx: Context, input: { token: string }): Promise<void> {
  // The link names the referral; the visitor has no scope of its own.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const token = await recogniseToken(tx, system, linkPurposes, input.token);
    await declineReferral(tx, system, { id: token.subjectId, reason: 'opted_out' });
  });
}

/**
 * Ends a referral for the client: contact data emptied, links dead, address silenced. Unconfirmed referrals of the
 * same person by other partners end with it. A lead behind it is closed by the event.
 */
export async function declineReferral(
  tx: Tx,
  ctx: Context,
  decline: { id: string; reason: DeclineReason; note?: string },
): Promise<void> {
  const referral = await close(tx, ctx, decline);
  if (decline.reason === 'address_silent') return;
  await suppressAddress(tx, ctx, referral.emailHash, 'opted_out');
  for (const id of await listUnconfirmedOf(tx, referral.emailHash)) {
    await close(tx, ctx, { id, reason: 'address_silent' });
  }
}

async function close(
  tx: Tx,
  ctx: Context,
  decline: { id: string; reason: DeclineReason; note?: string },
): Promise<PartnerReferralRow> {
  // Tokens before the referral, like the use case that confirms: two orders of locks would wait for each other.
  await retireTokens(tx, ctx, linkPurposes, decline.id);
  const referral = await lockReferral(tx, decline.id);
  invariant(referral, 'a link to a referral outlives it never');
  if (!canMove(partnerReferralMachine, referral.status, 'declined')) return referral;
  await moveState(tx, ctx, {
    machine: partnerReferralMachine,
    table: partnerReferralTable,
    id: referral.id,
    to: 'declined',
    set: {
      clientName: null,
      clientEmail: null,
      clientPhone: null,
      details: {},
      partnerNotes: null,
      endedAt: ctx.clock.now(),
      endReason: decline.reason,
    },
    reason: decline.note,
    payload: { partnerId: referral.partnerId, leadId: referral.leadId, clientId: referral.clientId },
  });
  return referral;
}
