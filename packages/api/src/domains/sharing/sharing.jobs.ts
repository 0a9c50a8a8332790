import type { DomainEvent, JobContext, JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { requireOrganisation } from '../identity/index.ts';
import { mailPeople } from '../inbox/index.ts';
import { shareOffered } from './mails/share-offered.tsx';
import { shareTakenBack } from './mails/share-taken-back.tsx';
import { findShareAddressee } from './sharing.queries.ts';
import {
  endSharesOfLead,
  endSharesOfPartner,
  expireShares,
  revokeSharesWithoutConsent,
} from './withdraw-share.ts';

async function mailOffer(ctx: JobContext, event: DomainEvent): Promise<void> {
  const share = await inScope(ctx, (tx) => findShareAddressee(tx, event.subjectId));
  // Over before the mail left: an invitation to it would only confuse.
  if (share?.status !== 'sent') return;
  await mailPeople(ctx, {
    kind: 'lead_offered',
    party: share,
    template: shareOffered,
    subjectId: share.shareId,
    eventId: event.id,
    data: async (tx) => ({
      partnerName: share.partnerName,
      partnerTypeName: share.partnerTypeName,
      answerBy: momentIn((await requireOrganisation(tx)).timeZone, share.answerBy),
      url: `${ctx.urls.partner}/leads/${share.shareId}`,
    }),
  });
}

function momentIn(timeZone: string, date: Date): string {
  const { format } = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  });
  return format(date);
}

async function mailTakenBack(ctx: JobContext, event: DomainEvent): Promise<void> {
  const share = await inScope(ctx, (tx) => findShareAddressee(tx, event.subjectId));
  // Who is no partner any more has nothing to look at.
  if (!share || share.partnerStatus === 'terminated') return;
  await mailPeople(ctx, {
    kind: 'lead_taken_back',
    party: share,
    template: shareTakenBack,
    subjectId: share.shareId,
    eventId: event.id,
    data: async () => ({
      partnerName: share.partnerName,
      partnerTypeName: share.partnerTypeName,
      url: `${ctx.urls.partner}/leads/${share.shareId}`,
    }),
  });
}

export const sharingJobs: JobHandler[] = [
  {
    name: 'shares.mail-taken-back',
    on: ['lead_share.revoked', 'lead_share.withdrawn'],
    run: mailTakenBack,
  },
  {
    name: 'shares.revoke-without-consent',
    // Also after sharing: consent may have been withdrawn between its check and the commit of the share.
    on: ['consent.withdrawn', 'lead_share.sent'],
    run: (ctx, event) => revokeSharesWithoutConsent(ctx, String(event.payload.clientId)),
  },
  { name: 'shares.mail-offer', on: ['lead_share.sent'], run: mailOffer },
  {
    name: 'shares.end-with-lead',
    on: ['lead.lost', 'lead.merged', 'lead.closed_by_client'],
    run: (ctx, event) => endSharesOfLead(ctx, event.subjectId, event.type === 'lead.closed_by_client'),
  },
  {
    name: 'shares.end-with-partner',
    on: ['partner.terminated'],
    run: (ctx, event) => endSharesOfPartner(ctx, event.subjectId),
  },
];

export const sharingTasks: PeriodicTask[] = [{ name: 'shares.expire', everySeconds: 60, run: expireShares }];
