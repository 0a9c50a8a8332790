import type { Tx } from '@goodword/db';
import { issueToken } from '../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { requireOrganisation } from '../identity/index.ts';
import { sendMessage, type Template } from '../notifications/index.ts';
import { applicationReceivedMail } from './mails/application-received.tsx';
import { applicationRejectedMail } from './mails/application-rejected.tsx';
import { partnerActiveMail } from './mails/partner-active.tsx';
import { partnerApprovedMail } from './mails/partner-approved.tsx';
import { partnerInvitedMail } from './mails/partner-invited.tsx';
import { findPartner, listMembers, lockPartner, type PartnerRow } from './partners.queries.ts';
import { writingJobs } from './writing/writing.jobs.ts';

/** The partner as it is now, and whether somebody has an account there. */
interface Recipient {
  partner: PartnerRow;
  to: string;
  greeting: { contactName: string; partnerName: string };
  hasAccount: boolean;
}

async function findRecipient(ctx: JobContext, partnerId: string): Promise<Recipient | null> {
  return inScope(ctx, async (tx) => {
    const partner = await findPartner(tx, partnerId);
    if (!partner?.email) return null;
    const greeting = { contactName: partner.contactName ?? partner.name, partnerName: partner.name };
    return {
      partner,
      to: partner.email,
      greeting,
      hasAccount: (await listMembers(tx, partnerId)).length > 0,
    };
  });
}

function send<Data>(
  ctx: JobContext,
  event: DomainEvent,
  mail: { template: Template<Data>; to: string; data: (tx: Tx) => Promise<Data> },
): Promise<void> {
  return sendMessage(ctx, {
    ...mail,
    subjectId: event.subjectId,
    dedupeKey: `${event.id}:${mail.template.name}:${event.subjectId}`,
  });
}

/**
 * The secret is made with the message that carries it; an earlier link stops working. When the address changed while the
 * letter was written, it is given up, and the next try writes to the new one.
 */
async function invitationLink(
  tx: Tx,
  ctx: JobContext,
  { partner: { id: partnerId }, to }: Recipient,
): Promise<string> {
  // Locked until the letter is stored: a change of the address then ends its link.
  const partner = await lockPartner(tx, partnerId);
  if (partner?.email !== to) throw new Error('the address of the partner changed meanwhile');
  const secret = await issueToken(tx, ctx, { purpose: 'accept_invitation', subjectId: partnerId, partnerId });
  return `${ctx.urls.partner}/invitation/${secret}`;
}

/** Sends the mail that fits how far the partner has come; nothing when it went another way meanwhile. */
async function sendInvitation(ctx: JobContext, event: DomainEvent): Promise<void> {
  const recipient = await findRecipient(ctx, event.subjectId);
  if (!recipient) return;
  const { partner, to, greeting, hasAccount } = recipient;
  if (partner.invitationRevokedAt && !hasAccount) return;
  if (partner.status === 'invited' && !hasAccount) {
    await send(ctx, event, {
      template: partnerInvitedMail,
      to,
      data: async (tx) => ({ ...greeting, link: await invitationLink(tx, ctx, recipient) }),
    });
  }
  if (partner.status === 'approved') {
    await send(ctx, event, {
      template: partnerApprovedMail,
      to,
      data: async (tx) => ({
        ...greeting,
        needsAccount: !hasAccount,
        link: hasAccount ? ctx.urls.partner : await invitationLink(tx, ctx, recipient),
      }),
    });
  }
}

/** "3 March 2026", in the organisation's own time zone. */
async function dayInWords(tx: Tx, day: Date | null): Promise<string | null> {
  if (!day) return null;
  const { timeZone } = await requireOrganisation(tx);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(day);
}

export const partnerJobs: JobHandler[] = [
  ...writingJobs,
  {
    name: 'partners.confirm-application',
    // Inside a cool-off the letter is the same: what became of it is for staff to see.
    on: ['partner.applied', 'partner.applied_in_cool_off'],
    async run(ctx, event) {
      const recipient = await findRecipient(ctx, event.subjectId);
      if (!recipient) return;
      const { to, greeting } = recipient;
      await send(ctx, event, {
        template: applicationReceivedMail,
        to,
        data: async () => ({ ...greeting, reference: event.subjectId }),
      });
    },
  },
  {
    name: 'partners.send-invitation',
    on: ['partner.invited', 'partner.approved', 'partner.invitation_resent'],
    run: sendInvitation,
  },
  {
    name: 'partners.tell-rejection',
    on: ['partner.rejected'],
    async run(ctx, event) {
      const recipient = await findRecipient(ctx, event.subjectId);
      if (recipient?.partner.status !== 'rejected') return;
      const { to, greeting } = recipient;
      await send(ctx, event, {
        template: applicationRejectedMail,
        to,
        data: async (tx) => ({
          ...greeting,
          message: recipient.partner.rejectionMessage,
          reapplyAfter: await dayInWords(tx, recipient.partner.reapplyAfter),
        }),
      });
    },
  },
  {
    name: 'partners.welcome',
    on: ['partner.active'],
    async run(ctx, event) {
      // A partner that returns from a pause is not new.
      if (!event.payload.first) return;
      const recipient = await findRecipient(ctx, event.subjectId);
      const code = recipient?.partner.code;
      if (recipient?.partner.status !== 'active' || !code) return;
      const { to, greeting } = recipient;
      await send(ctx, event, {
        template: partnerActiveMail,
        to,
        data: async () => ({
          ...greeting,
          code,
          shareLink: `${ctx.urls.edge}/r/${code}`,
          portal: ctx.urls.partner,
        }),
      });
    },
  },
];
