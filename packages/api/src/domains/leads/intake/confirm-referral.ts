import type { Tx } from '@goodword/db';
import { partnerReferralMachine } from '@goodword/db/vocabulary';
import { consumeToken, issueToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError, invariant } from '../../../shared/errors.ts';
import { proveAddress } from '../../clients/index.ts';
import { moveConsents } from '../../consent/index.ts';
import {
  INTAKE_WITHIN_DAYS,
  lockReferral,
  type PartnerReferralRow,
  partnerReferralTable,
  updateReferral,
} from '../../partner-referrals/index.ts';
import { moveLeadToClient } from '../leads.queries.ts';

/**
 * The client confirms with a button. The link works once; of two confirmations at the same moment one wins.
 * @returns the secret that opens the form, or null when the client filled it before and only proved the address
 * @throws `link_invalid`
 */
export async function confirmReferral(
  ctx: Context,
  input: { token: string },
): Promise<{ intakeToken: string | null }> {
  // The link is the credential; the visitor has no scope of its own.
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const token = await consumeToken(tx, system, 'confirm_referral', input.token);
    const referral = await lockReferral(tx, token.subjectId);
    invariant(referral, 'a link to a referral outlives it never');
    if (referral.leadId) {
      await proveAddressOf(tx, system, referral, referral.leadId);
      return { intakeToken: null };
    }
    if (referral.status !== 'submitted') throw referralClosed();
    const now = system.clock.now();
    await moveState(tx, system, {
      machine: partnerReferralMachine,
      table: partnerReferralTable,
      id: referral.id,
      to: 'intake',
      action: 'partner_referral.confirmed',
      set: { confirmedAt: now, expiresAt: addDays(now, INTAKE_WITHIN_DAYS) },
      payload: { partnerId: referral.partnerId },
    });
    return {
      intakeToken: await issueToken(tx, system, { purpose: 'lead_intake', subjectId: referral.id }),
    };
  });
}

/** The person of the form owns the address: the form now belongs to the client of that address. */
async function proveAddressOf(
  tx: Tx,
  ctx: Context,
  referral: PartnerReferralRow,
  leadId: string,
): Promise<void> {
  if (partnerReferralMachine.moves[referral.status].length === 0) throw referralClosed();
  invariant(referral.clientId, 'a filled form has a client');
  await updateReferral(tx, referral.id, { confirmedAt: ctx.clock.now() });
  const clientId = await proveAddress(tx, ctx, referral.clientId);
  if (clientId !== referral.clientId) {
    await moveLeadToClient(tx, { leadId, referralId: referral.id, clientId });
    await moveConsents(tx, ctx, { from: referral.clientId, to: clientId, evidence: referral.id });
  }
  await recordChange(tx, ctx, {
    action: 'partner_referral.address_proved',
    subjectType: 'partner_referral',
    subjectId: referral.id,
    fields: ['confirmedAt'],
    payload: { partnerId: referral.partnerId, leadId, clientId },
  });
}

function referralClosed(): AppError {
  return new AppError('link_invalid', {
    userMessage: 'This request was closed. Write to us if you want to be in touch after all.',
  });
}
