import type { Tx } from '@goodword/db';
import type { ConsentChoices } from '@goodword/db/schema';
import { partnerReferralMachine } from '@goodword/db/vocabulary';
import { consumeToken, issueToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError, invariant } from '../../../shared/errors.ts';
import { listPartnerTypes } from '../../catalogue/index.ts';
import { proveAddress } from '../../clients/index.ts';
import { grantUnlessTakenBack } from '../../consent/index.ts';
import {
  INTAKE_WITHIN_DAYS,
  lockReferral,
  type PartnerReferralRow,
  partnerReferralTable,
  updateReferral,
} from '../../partner-referrals/index.ts';
import { moveLeadToClient } from '../leads.queries.ts';
import { consentsFromForm, refuseNotOffered } from './consent-choices.ts';

/**
 * The client confirms with a button. The link works once; of two confirmations at the same moment one wins. What the
 * client confirms of a form filled before is allowed from this moment on.
 * @returns the secret that opens the form, or null when the client filled it before and only proved the address
 * @throws `link_invalid`, `invalid_input`
 */
export async function confirmReferral(
  ctx: Context,
  input: { token: string; consents?: ConsentChoices | undefined },
): Promise<{ intakeToken: string | null }> {
  // The link is the credential; the visitor has no scope of its own.
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const token = await consumeToken(tx, system, 'confirm_referral', input.token);
    const referral = await lockReferral(tx, token.subjectId);
    invariant(referral, 'a link to a referral outlives it never');
    if (referral.leadId) {
      await proveAddressOf(tx, system, {
        referral,
        leadId: referral.leadId,
        consents: input.consents ?? nothingChosen,
      });
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

/** Silence is no consent: the choices of a form count only as they are confirmed. */
const nothingChosen: ConsentChoices = { reportToReferrer: false, shareWith: [] };

/**
 * The person of the form owns the address: the form now belongs to the client of that address, and what they confirm
 * of its choices becomes their consent.
 */
async function proveAddressOf(
  tx: Tx,
  ctx: Context,
  form: { referral: PartnerReferralRow; leadId: string; consents: ConsentChoices },
): Promise<void> {
  const { referral, leadId, consents } = form;
  const { id: referralId, partnerId, partnerTypeCode, submittedAt } = referral;
  if (partnerReferralMachine.moves[referral.status].length === 0) throw referralClosed();
  invariant(referral.clientId, 'a filled form has a client');
  refuseNotOffered(consents, await listPartnerTypes(tx));
  await updateReferral(tx, referralId, { confirmedAt: ctx.clock.now(), consentChoices: null });
  const clientId = await proveAddress(tx, ctx, referral.clientId);
  if (clientId !== referral.clientId) await moveLeadToClient(tx, { leadId, referralId, clientId });
  await grantUnlessTakenBack(tx, ctx, consentsFromForm(consents, { clientId, referralId, partnerId }), {
    clientIds: [...new Set([referral.clientId, clientId])],
    filledAt: submittedAt,
    partnerTypeCode,
  });
  await recordChange(tx, ctx, {
    action: 'partner_referral.address_proved',
    subjectType: 'partner_referral',
    subjectId: referralId,
    fields: ['confirmedAt'],
    payload: { partnerId, leadId, clientId },
  });
}

function referralClosed(): AppError {
  return new AppError('link_invalid', {
    userMessage: 'This request was closed. Write to us if you want to be in touch after all.',
  });
}
