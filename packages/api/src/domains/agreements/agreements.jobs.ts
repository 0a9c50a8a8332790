import type { DomainEvent, JobContext, JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { requireOrganisation } from '../identity/index.ts';
import { mailPeople } from '../inbox/index.ts';
import { deadlineOf } from './agreement.ts';
import { findAgreement, listOwing, listPartnerFacts } from './agreements.queries.ts';
import { agreementPublishedMail } from './mails/agreement-published.tsx';

const MOST_RECIPIENTS = 10_000;

/** Mails the people of every working partner the version is meant for; who accepted it meanwhile needs no mail. */
async function tellPartners(ctx: JobContext, event: DomainEvent): Promise<void> {
  const found = await inScope(ctx, async (tx) => {
    const agreement = await findAgreement(tx, event.subjectId);
    if (!agreement?.countsFrom) return null;
    const owing = await listOwing(tx, agreement, MOST_RECIPIENTS);
    const facts = await listPartnerFacts(
      tx,
      owing.map(({ partnerId }) => partnerId),
    );
    const { timeZone } = await requireOrganisation(tx);
    return { agreement: { ...agreement, countsFrom: agreement.countsFrom }, owing, facts, timeZone };
  });
  if (!found) return;
  const { agreement, owing, facts, timeZone } = found;
  const day = (date: Date) => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(date);
  for (const { partnerId, partnerName } of owing) {
    await mailPeople(ctx, {
      kind: 'agreement_changed',
      party: { partnerId },
      template: agreementPublishedMail,
      subjectId: agreement.id,
      eventId: event.id,
      data: async (_tx, { name }) => ({
        contactName: name,
        partnerName,
        version: agreement.version,
        countsFrom: day(agreement.countsFrom),
        deadline: day(deadlineOf(agreement, facts.get(partnerId)?.types ?? [])),
        url: `${ctx.urls.partner}/agreement`,
      }),
    });
  }
}

export const agreementJobs: JobHandler[] = [
  { name: 'agreements.tell-partners', on: ['agreement.published'], run: tellPartners },
];
