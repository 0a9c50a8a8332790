import type { Tx } from '@goodword/db';
import { issueToken } from '../../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { type ClientRow, getClient, holdClient } from '../../clients/index.ts';
import { sendMessage } from '../../notifications/index.ts';
import { firstName, getReferral } from '../../partner-referrals/index.ts';
import { requestReceivedMail } from './mails/request-received.tsx';

/**
 * Tells a client whose address is proved that the request arrived, with the link to change what may be passed on:
 * taking back is as easy as giving.
 */
async function tellWhatWasAllowed(ctx: JobContext, event: DomainEvent): Promise<void> {
  const found = await inScope(ctx, async (tx) => {
    const referral = await getReferral(tx, event.subjectId);
    if (!referral?.confirmedAt || !referral.clientId || referral.status === 'declined') return null;
    return { referral, client: await getClient(tx, referral.clientId) };
  });
  const { referral, client } = found ?? {};
  if (!referral || !client?.email) return;
  await sendMessage(ctx, {
    template: requestReceivedMail,
    to: client.email,
    subjectId: referral.id,
    dedupeKey: `request-received:${referral.id}`,
    data: async (tx) => {
      await requireAddress(tx, client);
      const secret = await issueToken(tx, ctx, {
        purpose: 'manage_consent',
        subjectId: referral.id,
        clientId: client.id,
      });
      return {
        clientFirstName: firstName(client.name),
        manageUrl: `${ctx.urls.patient}/consent/${secret}`,
      };
    },
  });
}

/**
 * When the address changed while the letter was written, it is given up, and the next try writes to the new one. Held until
 * the letter is stored: a change then ends its link.
 */
async function requireAddress(tx: Tx, { id, email }: ClientRow): Promise<void> {
  const client = await holdClient(tx, id);
  if (client?.email !== email) throw new Error('the address of the client changed meanwhile');
}

export const intakeJobs: JobHandler[] = [
  {
    name: 'intake.tell-what-was-allowed',
    on: ['partner_referral.form_filled', 'partner_referral.address_proved'],
    run: tellWhatWasAllowed,
  },
];
