import type { Tx } from '@goodword/db';
import type { DomainEvent, JobContext, JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { mailPeople } from '../inbox/index.ts';
import { declineAllOfPartner } from './answer-introduction.ts';
import { findIntroductionParties } from './introductions.queries.ts';
import { introductionToClient } from './mails/introduction-to-client.tsx';
import { introductionToPartner } from './mails/introduction-to-partner.tsx';
import { viewIntroductions } from './read-introductions.ts';
import { openParts } from './visible-request.ts';

/** The two sides, while the introduction stands: one declined meanwhile, or with a partner we stopped, introduces nobody. */
async function partiesOf(ctx: JobContext, event: DomainEvent) {
  const row = await inScope(ctx, (tx) => findIntroductionParties(tx, event.subjectId));
  return row && row.introduction.status !== 'declined' && row.partner.status === 'active' ? row : undefined;
}

async function mailPartner(ctx: JobContext, event: DomainEvent): Promise<void> {
  const row = await partiesOf(ctx, event);
  if (!row) return;
  // Consent is read when the message is made and again before it leaves, so that what was withdrawn meanwhile stays here.
  const visibleNow = async (tx: Tx) => {
    const [viewed] = await viewIntroductions(tx, [row]);
    invariant(viewed, 'an introduction has a view');
    return viewed.request;
  };
  await mailPeople(ctx, {
    kind: 'introduction_received',
    party: { partnerId: row.introduction.partnerId },
    template: introductionToPartner,
    subjectId: event.subjectId,
    eventId: event.id,
    data: async (tx) => ({
      partnerName: row.partner.name,
      partnerTypeName: row.partnerTypeName,
      request: await visibleNow(tx),
      url: `${ctx.urls.partner}/introductions/${event.subjectId}`,
    }),
    discloses: async (tx) => openParts(await visibleNow(tx)),
  });
}

async function mailClient(ctx: JobContext, event: DomainEvent): Promise<void> {
  const row = await partiesOf(ctx, event);
  if (!row) return;
  await mailPeople(ctx, {
    kind: 'introduction_made',
    party: { clientId: row.introduction.clientId },
    template: introductionToClient,
    subjectId: event.subjectId,
    eventId: event.id,
    data: async (tx) => {
      const [viewed] = await viewIntroductions(tx, [row]);
      return {
        clientName: row.clientName,
        partnerTypeName: row.partnerTypeName,
        partner: row.partner,
        partnerHasContact: viewed?.request.contact !== null,
        url: `${ctx.urls.patient}/professionals/${row.introduction.requestId}`,
      };
    },
  });
}

export const introductionJobs: JobHandler[] = [
  { name: 'introductions.mail-partner', on: ['introduction.intro_sent'], run: mailPartner },
  { name: 'introductions.mail-client', on: ['introduction.intro_sent'], run: mailClient },
  {
    name: 'introductions.decline-with-partner',
    on: ['partner.terminated'],
    run: (ctx, event) => declineAllOfPartner(ctx, event.subjectId),
  },
];
