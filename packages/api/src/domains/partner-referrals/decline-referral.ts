import type { Tx } from '@goodword/db';
import { canMove, partnerReferralMachine } from '@goodword/db/vocabulary';
import { retireTokens } from '../../auth/known-links.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { forgetMessagesAbout, suppressAddress } from '../notifications/index.ts';
import { withoutContact } from './partner-referral.ts';
import {
  listUnconfirmedOf,
  lockReferral,
  type PartnerReferralRow,
  partnerReferralTable,
  updateReferral,
} from './partner-referrals.queries.ts';
import { referralOfLink } from './referral-link.ts';

const linkPurposes = ['confirm_referral', 'lead_intake'] as const;

/** Why nothing more happens: the client said so now, or had said so before. */
export type DeclineReason = 'opted_out' | 'address_silent';

/**
 * The client wants none of it: the link that we sent is the credential, also when it was used to confirm and as long as
 * we hold the contact data. Nothing is ever sent to the address again. A second call changes nothing.
 * @throws `link_invalid`
 */
export async function optOut(ctx: Context, input: { token: string }): Promise<void> {
  // The link names the referral; the visitor has no scope of its own.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const { referral } = await referralOfLink(tx, system, linkPurposes, input.token);
    await declineReferral(tx, system, { id: referral.id, reason: 'opted_out' });
  });
}

/**
 * Ends a referral for the client: contact data emptied, in the mails about it too, links dead, address silenced.
 * Unconfirmed referrals of the same person by other partners end with it. A lead behind it is closed by the event.
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
  await forgetMessagesAbout(tx, referral.id);
  if (!canMove(partnerReferralMachine, referral.status, 'declined')) {
    if (referral.clientEmail !== null) await emptyEnded(tx, ctx, referral);
    return referral;
  }
  await moveState(tx, ctx, {
    machine: partnerReferralMachine,
    table: partnerReferralTable,
    id: referral.id,
    to: 'declined',
    set: {
      ...withoutContact,
      endedAt: ctx.clock.now(),
      endReason: decline.reason,
    },
    reason: decline.note,
    payload: { partnerId: referral.partnerId, leadId: referral.leadId, clientId: referral.clientId },
  });
  return referral;
}

/** It ended in another way before, and its contact data stayed. */
async function emptyEnded(tx: Tx, ctx: Context, referral: PartnerReferralRow): Promise<void> {
  await updateReferral(tx, referral.id, withoutContact);
  await recordChange(tx, ctx, {
    action: 'partner_referral.emptied',
    subjectType: 'partner_referral',
    subjectId: referral.id,
    fields: Object.keys(withoutContact),
    payload: { partnerId: referral.partnerId, leadId: referral.leadId, clientId: referral.clientId },
  });
}
