import { partnerReferralMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { recogniseToken } from '../../auth/known-links.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { firstName } from './partner-referral.ts';
import { getPartnerFacts, getReferral } from './partner-referrals.queries.ts';
import type { confirmationOutput } from './partner-referrals.schema.ts';

/**
 * What the page behind the link in the mail shows. Changes nothing, because mail scanners open links too.
 * @throws `link_invalid`
 */
export async function readConfirmation(
  ctx: Context,
  input: { token: string },
): Promise<z.infer<typeof confirmationOutput>> {
  // The link names the referral; the visitor has no scope of its own.
  return inScope(elevated(ctx), async (tx) => {
    const token = await recogniseToken(tx, ctx, ['confirm_referral'], input.token);
    const referral = await getReferral(tx, token.subjectId);
    invariant(referral, 'a link to a referral outlives it never');
    const partner = await getPartnerFacts(tx, referral.partnerId);
    const organisation = await requireOrganisation(tx);
    const ended = partnerReferralMachine.moves[referral.status].length === 0;
    return {
      state: ended ? 'closed' : token.usedAt || referral.confirmedAt ? 'confirmed' : 'open',
      byLink: referral.linkId !== null,
      partnerName: partner?.name ?? '',
      organisationName: organisation.name,
      clientFirstName: referral.clientName && firstName(referral.clientName),
    };
  });
}
