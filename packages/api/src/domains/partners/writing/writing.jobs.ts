import type { DomainEvent, JobContext, JobHandler } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { sendMessage } from '../../notifications/index.ts';
import { partnerLetterMail } from '../mails/partner-letter.tsx';
import { findPartner } from '../partners.queries.ts';
import { findPartnerMail } from './partner-mails.queries.ts';

/** Sends a written mail to one of its partners; not to one that left in the meantime. */
async function deliverPartnerMail(ctx: JobContext, event: DomainEvent): Promise<void> {
  const found = await inScope(ctx, async (tx) => ({
    partner: await findPartner(tx, event.subjectId),
    written: await findPartnerMail(tx, String(event.payload.mailId)),
  }));
  const { partner, written } = found;
  if (!written || !partner?.email || partner.status === 'terminated') return;
  const { id, subject, body } = written.mail;
  const contactName = partner.contactName ?? partner.name;
  await sendMessage(ctx, {
    template: partnerLetterMail,
    to: partner.email,
    subjectId: partner.id,
    dedupeKey: `${id}:${partnerLetterMail.name}:${partner.id}`,
    data: async () => ({ contactName, subject, body, writerName: written.writerName }),
  });
}

export const writingJobs: JobHandler[] = [
  { name: 'partners.deliver-mail', on: ['partner.written_to'], run: deliverPartnerMail },
];
