import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { recogniseToken } from '../../../auth/known-links.ts';
import { publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { listPartnerTypes } from '../../catalogue/index.ts';
import { addUnprovenClient, joinClient } from '../../clients/index.ts';
import { grantConsents } from '../../consent/index.ts';
import { findPartnerLink, linkClosed } from '../../links/index.ts';
import {
  addReferral,
  getReferral,
  holdPartnerFacts,
  lockReferral,
  type PartnerReferralRow,
  refuseOwnAddress,
  updateReferral,
} from '../../partner-referrals/index.ts';
import { addLead, type LeadWishes } from '../create-lead.ts';
import { consentsFromForm, refuseNotOffered } from './consent-choices.ts';
import type { submitByLinkInput, submitIntakeInput } from './intake.schema.ts';

/**
 * A confirmed client says what it looks for and what may be passed on. Sending the same form twice, even at once,
 * makes one lead and answers alike.
 * @throws `link_invalid`, `invalid_input`
 */
export async function submitIntake(
  ctx: Context,
  input: z.infer<typeof submitIntakeInput>,
): Promise<{ received: true }> {
  const { token, name, phone, consents, ...wishes } = input;
  // The link was sent to the address that the client proved by using it; the visitor has no scope of its own.
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const referral = await takeForm(tx, system, token);
    if (referral === 'sent before') return { received: true };
    refuseNotOffered(consents, await listPartnerTypes(tx));
    const clientId = await joinClient(tx, system, { name, email: referral.clientEmail, phone });
    await keepForm(tx, system, { referral, clientId, wishes });
    const { id: referralId, partnerId } = referral;
    await grantConsents(tx, system, consentsFromForm(consents, { clientId, referralId, partnerId }));
    return { received: true };
  });
}

async function takeForm(
  tx: Tx,
  ctx: Context,
  secret: string,
): Promise<(PartnerReferralRow & { clientEmail: string }) | 'sent before'> {
  try {
    const token = await consumeToken(tx, ctx, 'lead_intake', secret);
    const referral = await lockReferral(tx, token.subjectId);
    if (!referral?.clientEmail || referral.status !== 'intake') throw formClosed();
    // A reminder may have opened the form a second time.
    return referral.leadId ? 'sent before' : { ...referral, clientEmail: referral.clientEmail };
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'link_invalid') throw cause;
    const token = await recogniseToken(tx, ctx, ['lead_intake'], secret);
    const referral = await getReferral(tx, token.subjectId);
    if (!referral?.leadId) throw cause;
    return 'sent before';
  }
}

/**
 * Somebody came by a partner's link and filled the form. The address is proved later, by the link in the mail: until
 * then the client record stands apart from whoever owns the address, and what was ticked allows nothing. The answer
 * tells nobody whether the address was known.
 * @throws `not_found`, `rate_limited`, `invalid_input`
 */
export async function submitByLink(
  ctx: RequestContext,
  input: z.infer<typeof submitByLinkInput>,
): Promise<{ received: true }> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const { code, name, email, phone, consents, ...wishes } = input;
  // The code is what the partner hands out; nothing comes back from what is written here.
  const system = elevated(ctx);
  try {
    await inScope(system, async (tx) => {
      const link = await findPartnerLink(tx, code);
      if (!link) throw linkClosed();
      const partner = await holdPartnerFacts(tx, link.partnerId);
      if (partner?.status !== 'active') throw linkClosed();
      refuseOwnAddress(email, [partner.emailNormalised]);
      refuseNotOffered(consents, await listPartnerTypes(tx));
      const id = newId('partnerReferral', ctx.clock.now());
      const clientId = await addUnprovenClient(tx, system, { name, email, phone });
      await addReferral(tx, system, {
        id,
        partnerId: link.partnerId,
        engagementId: link.engagementId,
        partnerTypeCode: link.partnerTypeCode,
        linkId: link.linkId,
        source: 'website',
        status: 'intake',
        clientName: name,
        clientEmail: email,
        clientPhone: phone ?? null,
        details: {},
        consentChoices: consents,
        clientId,
      });
      await keepForm(tx, system, { referral: { id }, clientId, wishes });
    });
  } catch (cause) {
    // A second form for an address of this partner that is under way: the first one counts.
    if (!(cause instanceof AppError) || cause.code !== 'already_exists') throw cause;
  }
  return { received: true };
}

/** The lead of a filled form, tied to the referral it came by. */
async function keepForm(
  tx: Tx,
  ctx: Context,
  form: { referral: Pick<PartnerReferralRow, 'id'>; clientId: string; wishes: LeadWishes },
): Promise<void> {
  const { referral, clientId } = form;
  const leadId = await addLead(tx, ctx, {
    clientId,
    source: 'partner_referral',
    partnerReferralId: referral.id,
    wishes: form.wishes,
  });
  await updateReferral(tx, referral.id, { leadId, clientId });
  await recordChange(tx, ctx, {
    action: 'partner_referral.form_filled',
    subjectType: 'partner_referral',
    subjectId: referral.id,
    fields: ['leadId', 'clientId'],
    payload: { leadId, clientId },
  });
}

function formClosed(): AppError {
  return new AppError('link_invalid', {
    userMessage: 'This form is closed. Use the newest message from us, or write to us.',
  });
}
