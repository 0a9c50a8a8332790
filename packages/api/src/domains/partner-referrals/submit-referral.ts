import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { actorId, type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { AppError, invariant, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import { requireAgreement } from '../agreements/index.ts';
import { consentWording } from '../consent/index.ts';
import { addressHash } from '../notifications/index.ts';
import { CONFIRM_WITHIN_DAYS, checkAnswers } from './partner-referral.ts';
import {
  getPartnerFacts,
  holdPartnerFacts,
  insertReferral,
  listOpenEngagements,
} from './partner-referrals.queries.ts';
import type { referralFormOutput, submitReferralInput } from './partner-referrals.schema.ts';

/** What a partner needs to fill its referral form. */
export async function readReferralForm(ctx: Context): Promise<z.infer<typeof referralFormOutput>> {
  const partnerId = partnerIdOf(ctx);
  return inScope(ctx, async (tx) => ({
    refusal: whyNotToRefer((await getPartnerFacts(tx, partnerId))?.status ?? 'terminated'),
    engagements: await listOpenEngagements(tx, { partnerId }),
    consentWording: { version: consentWording.version, text: consentWording.partnerAttestation },
  }));
}

/**
 * A partner refers a client who permitted it. The client gets a mail and decides.
 * @throws `not_eligible` unless the partner is active, `not_found` for an engagement of somebody else,
 *   `already_exists` while a referral of this partner for this address is open, `invalid_input`
 */
export async function submitReferral(
  ctx: Context,
  input: z.infer<typeof submitReferralInput>,
): Promise<{ id: string }> {
  const partnerId = partnerIdOf(ctx);
  return inScope(ctx, async (tx) => {
    const [partner, [engagement]] = await Promise.all([
      holdPartnerFacts(tx, partnerId),
      listOpenEngagements(tx, { partnerId, id: input.engagementId }),
    ]);
    invariant(partner, 'a partner reads its own row');
    const refusal = whyNotToRefer(partner.status);
    if (refusal) throw new AppError('not_eligible', { userMessage: refusal });
    await requireAgreement(tx, partnerId, ctx.clock.now());
    if (!engagement) throw notFound('engagement');
    refuseOwnAddress(input.clientEmail, [partner.emailNormalised]);
    const problems = checkAnswers(input.details, engagement.formFields);
    if (Object.keys(problems).length > 0) {
      throw new AppError('invalid_input', {
        userMessage: 'Some answers do not fit the form. Check the marked fields.',
        fields: problems,
      });
    }
    const now = ctx.clock.now();
    const id = newId('partnerReferral', now);
    await addReferral(tx, ctx, {
      id,
      partnerId,
      engagementId: engagement.id,
      partnerTypeCode: engagement.partnerTypeCode,
      source: input.source,
      status: 'submitted',
      clientName: input.clientName,
      clientEmail: input.clientEmail,
      clientPhone: input.clientPhone ?? null,
      details: withoutEmpty(input.details),
      partnerNotes: input.notes || null,
      consentAttestedAt: now,
      consentWordingVersion: consentWording.version,
      submittedBy: actorId(ctx.actor),
    });
    return { id };
  });
}

/** Active partners send us clients; the others are told why they cannot. */
function whyNotToRefer(status: string): string | null {
  if (status === 'active') return null;
  return (
    pausedWords[status] ??
    'You can refer clients once your account is active. Finish the steps on your start page.'
  );
}

const pausedWords: Record<string, string> = {
  inactive:
    'Your partnership is resting, so nothing new can be referred. Write to your contact with us to start it again.',
  suspended:
    'Your partnership is suspended, so no clients can be referred for now. Your contact with us tells you why.',
};

type Given = Omit<
  Parameters<typeof insertReferral>[1],
  'emailHash' | 'submittedAt' | 'expiresAt' | 'clientEmail'
> & { clientEmail: string; status: 'submitted' | 'intake' };

/** Adds a referral in the state it starts in, with its trace and event. */
export async function addReferral(tx: Tx, ctx: Context, given: Given): Promise<void> {
  const now = ctx.clock.now();
  try {
    await insertReferral(tx, {
      ...given,
      emailHash: addressHash(ctx, given.clientEmail),
      submittedAt: now,
      expiresAt: addDays(now, CONFIRM_WITHIN_DAYS),
    });
  } catch (cause) {
    if (!violates(cause, 'partner_referrals_open_once')) throw cause;
    throw new AppError('already_exists', {
      userMessage: 'You referred this client before, and that referral is still open. Find it in your list.',
      fields: { clientEmail: 'You referred this client before.' },
      cause,
    });
  }
  await recordChange(tx, ctx, {
    action: given.status === 'submitted' ? 'partner_referral.submitted' : 'partner_referral.received',
    subjectType: 'partner_referral',
    subjectId: given.id,
    to: given.status,
    payload: { partnerId: given.partnerId },
  });
}

/** A partner that refers itself would be paid for its own business. */
export function refuseOwnAddress(email: string, own: readonly (string | null)[]): void {
  if (!own.includes(normaliseEmail(email))) return;
  throw new AppError('invalid_input', {
    userMessage: 'This is your own address. Write the address of the client.',
    fields: { clientEmail: 'This is your own address.' },
  });
}

function withoutEmpty(answers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
