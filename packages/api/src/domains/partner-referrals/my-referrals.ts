import type { z } from 'zod';
import { type Context, elevated, inScope, partnerIdOf } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { type ConsentEvent, consentEventsOf, currentConsents, isConsented } from '../consent/index.ts';
import {
  describeAnswers,
  endNoteForPartner,
  statusesOfGroup,
  statusForPartner,
  stepsForPartner,
} from './partner-referral.ts';
import {
  getReferralOfPartner,
  leadCreatedAt,
  listReferralsOfPartner,
  type PartnerReferralRow,
} from './partner-referrals.queries.ts';
import type {
  listMyReferralsInput,
  myReferralDetail,
  myReferralSummary,
} from './partner-referrals.schema.ts';

type MySummary = z.infer<typeof myReferralSummary>;

/** The partner's own referrals: what it typed itself, and the state as far as the client lets it know. */
export async function listMyReferrals(
  ctx: Context,
  input: z.infer<typeof listMyReferralsInput>,
): Promise<Page<MySummary>> {
  return inScope(ctx, async (tx) => {
    const rows = await listReferralsOfPartner(tx, {
      partnerId: partnerIdOf(ctx),
      statuses: input.group && statusesOfGroup[input.group],
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const clientIds = rows.flatMap(({ referral }) => referral.clientId ?? []);
    const consents = await consentEventsOf(tx, clientIds);
    const summaries = rows.map(({ referral, partnerTypeName }) => ({
      ...summarise(referral, outcomeVisible(referral, consents)),
      partnerTypeName,
    }));
    return toPage(summaries, input.limit, (row) => ({ value: row.submittedAt.toISOString(), id: row.id }));
  });
}

/** @throws `not_found` for a referral of somebody else */
export async function readMyReferral(ctx: Context, id: string): Promise<z.infer<typeof myReferralDetail>> {
  const found = await inScope(ctx, async (tx) => {
    const row = await getReferralOfPartner(tx, { id, partnerId: partnerIdOf(ctx) });
    if (!row) throw notFound('referral');
    const { clientId } = row.referral;
    const consents = await consentEventsOf(tx, clientId ? [clientId] : []);
    return { ...row, visible: outcomeVisible(row.referral, consents) };
  });
  const { referral, visible } = found;
  return {
    ...summarise(referral, visible),
    partnerTypeName: found.partnerTypeName,
    clientPhone: typedContact(referral).clientPhone,
    details: describeAnswers(referral.details, found.formFields),
    notes: referral.partnerNotes,
    endedAt: referral.endedAt,
    endNote: endNoteForPartner(referral.status),
    outcomeVisible: visible,
    steps: stepsForPartner(
      { ...referral, formFilledAt: await formFilledAt(ctx, referral.leadId) },
      { outcomeVisible: visible },
    ),
  };
}

/** Leads are closed to partners. That and when the form of one's own referral was filled is all that is read here. */
async function formFilledAt(ctx: Context, leadId: string | null): Promise<Date | null> {
  return leadId ? inScope(elevated(ctx), (tx) => leadCreatedAt(tx, leadId)) : null;
}

function outcomeVisible(
  { clientId, partnerId, partnerTypeCode }: PartnerReferralRow,
  consents: Map<string, ConsentEvent[]>,
): boolean {
  if (!clientId) return false;
  return isConsented(currentConsents(consents.get(clientId) ?? []), {
    partnerId,
    partnerTypeCode,
    purpose: 'referral_report',
    scope: 'report_to_referrer',
  });
}

function summarise(referral: PartnerReferralRow, visible: boolean): Omit<MySummary, 'partnerTypeName'> {
  const { id, linkId, source, status, submittedAt } = referral;
  const { clientName, clientEmail } = typedContact(referral);
  return {
    id,
    byLink: linkId !== null,
    clientName,
    clientEmail,
    source,
    status: statusForPartner(status, { outcomeVisible: visible }),
    submittedAt,
  };
}

/** Somebody who came by the link gave their contact data to us, not to the partner. */
function typedContact({ linkId, clientName, clientEmail, clientPhone }: PartnerReferralRow) {
  return linkId
    ? { clientName: null, clientEmail: null, clientPhone: null }
    : { clientName, clientEmail, clientPhone };
}
