import type { Tx } from '@goodword/db';
import { partnerReferralMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { invariant } from '../../../shared/errors.ts';
import { anyRegionCovers } from '../../../shared/regions.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import { findClientByEmail } from '../../clients/index.ts';
import { consentWording, takenBackSince } from '../../consent/index.ts';
import { requireOrganisation } from '../../identity/index.ts';
import {
  firstName,
  getPartnerFacts,
  type PartnerReferralRow,
  referralOfLink,
} from '../../partner-referrals/index.ts';
import { getLead } from '../leads.queries.ts';
import { choicesToConfirm } from './consent-choices.ts';
import type { confirmationOutput } from './intake.schema.ts';
import { offeredRecipients } from './read-forms.ts';

type Confirmation = z.infer<typeof confirmationOutput>;

/**
 * What the page behind the link in the mail shows. Changes nothing, because mail scanners open links too.
 * @throws `link_invalid`
 */
export async function readConfirmation(ctx: Context, input: { token: string }): Promise<Confirmation> {
  // The link names the referral; the visitor has no scope of its own.
  return inScope(elevated(ctx), async (tx) => {
    const { token, referral } = await referralOfLink(tx, ctx, ['confirm_referral'], input.token);
    const partner = await getPartnerFacts(tx, referral.partnerId);
    const organisation = await requireOrganisation(tx);
    const state = stateOf(referral, {
      used: token.usedAt !== null,
      over: token.expiresAt <= ctx.clock.now(),
    });
    return {
      state,
      byLink: referral.linkId !== null,
      partnerName: partner?.name ?? '',
      organisationName: organisation.name,
      clientFirstName: referral.clientName && firstName(referral.clientName),
      choices: state === 'open' ? await waitingChoices(tx, referral) : null,
    };
  });
}

function stateOf(
  referral: PartnerReferralRow,
  link: { used: boolean; over: boolean },
): Confirmation['state'] {
  const hasEnded = partnerReferralMachine.moves[referral.status].length === 0;
  if (hasEnded) return referral.clientEmail === null ? 'closed' : 'ended';
  if (referral.confirmedAt) return 'confirmed';
  if (link.used) return 'replaced';
  return link.over ? 'ended' : 'open';
}

/** Whoever holds the link owns the address: what they took back under it since is theirs to know. */
async function waitingChoices(tx: Tx, referral: PartnerReferralRow): Promise<Confirmation['choices']> {
  const { consentChoices, clientId, clientEmail, leadId } = referral;
  if (!consentChoices || !clientId || !clientEmail || !leadId) return null;
  const [lead, owner] = await Promise.all([
    getLead(tx, leadId),
    findClientByEmail(tx, normaliseEmail(clientEmail)),
  ]);
  invariant(lead, 'a filled form has a lead');
  const offered = await offeredRecipients(tx);
  const clientIds = owner && owner.id !== clientId ? [clientId, owner.id] : [clientId];
  return {
    wording: consentWording,
    ...choicesToConfirm(consentChoices, {
      recipients: offered.filter(
        ({ regions }) => regions.length === 0 || anyRegionCovers(regions, lead.region),
      ),
      takenBack: await takenBackSince(tx, clientIds, referral.submittedAt),
      form: referral,
    }),
  };
}
