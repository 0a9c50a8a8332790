import type { Tx } from '@goodword/db';
import { shareScopes } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { recogniseToken } from '../../../auth/known-links.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { AppError, invariant } from '../../../shared/errors.ts';
import { listPartnerTypes } from '../../catalogue/index.ts';
import { consentWording } from '../../consent/index.ts';
import { requireOrganisation } from '../../identity/index.ts';
import { findPartnerLink, linkClosed } from '../../links/index.ts';
import { getPartnerFacts, getReferral } from '../../partner-referrals/index.ts';
import type { intakeFormOutput, linkFormOutput, recipientChoice } from './intake.schema.ts';

/** What every public form needs: who asks, in which words, and whom the client can choose. */
async function formContext(tx: Tx, partnerName: string) {
  const organisation = await requireOrganisation(tx);
  return {
    partnerName,
    organisationName: organisation.name,
    currency: organisation.currency,
    wording: consentWording,
    recipients: await offeredRecipients(tx),
  };
}

/** The kinds of partner that a client can choose on a form, each with the most it may ever get. */
export async function offeredRecipients(tx: Tx): Promise<z.infer<typeof recipientChoice>[]> {
  const types = await listPartnerTypes(tx);
  return (
    types
      // A type without usual ticks sends us people and gets none.
      .filter((type) => type.defaultTicks.length > 0)
      .map(({ code, name, description, regions, ceiling }) => ({
        code,
        name,
        description,
        regions,
        scopes: shareScopes.filter((scope) => ceiling.includes(scope)),
      }))
  );
}

/**
 * What the form of a confirmed client starts with. Changes nothing.
 * @throws `link_invalid`
 */
export async function readIntake(
  ctx: Context,
  input: { token: string },
): Promise<z.infer<typeof intakeFormOutput>> {
  // The link names the referral; the visitor has no scope of its own.
  return inScope(elevated(ctx), async (tx) => {
    const token = await recogniseToken(tx, ctx, ['lead_intake'], input.token);
    const referral = await getReferral(tx, token.subjectId);
    invariant(referral, 'a link to a referral outlives it never');
    const done = referral.leadId !== null;
    if (!done && (token.usedAt || referral.status !== 'intake' || !referral.clientEmail)) throw formClosed();
    const partner = await getPartnerFacts(tx, referral.partnerId);
    const { propertyType, place, serviceNeeded } = referral.details;
    return {
      ...(await formContext(tx, partner?.name ?? '')),
      done,
      known: {
        name: referral.clientName ?? '',
        email: referral.clientEmail ?? '',
        phone: referral.clientPhone,
        propertyType: propertyType ?? null,
        place: place ?? null,
        serviceNeeded: serviceNeeded ?? null,
      },
    };
  });
}

/** @throws `not_found` for an unknown code and for a partner who is not active */
export async function readLink(
  ctx: Context,
  input: { code: string },
): Promise<z.infer<typeof linkFormOutput>> {
  // The code is what the partner hands out; only names come back.
  return inScope(elevated(ctx), async (tx) => {
    const link = await findPartnerLink(tx, input.code);
    if (!link) throw linkClosed();
    return {
      ...(await formContext(tx, link.partnerName)),
      partnerTypeName: link.partnerTypeName,
    };
  });
}

function formClosed(): AppError {
  return new AppError('link_invalid', {
    userMessage: 'This form is closed. Use the newest message from us, or write to us.',
  });
}
