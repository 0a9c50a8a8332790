import { issueToken } from '../../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { getClient } from '../../clients/index.ts';
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
    data: async (tx) => ({
      clientFirstName: firstName(client.name),
      manageUrl: `${ctx.urls.patient}/consent/${await issueToken(tx, ctx, {
        purpose: 'manage_consent',
        subjectId: referral.id,
        clientId: client.id,
      })}`,
    }),
  });
}

export const intakeJobs: JobHandler[] = [
  {
    name: 'intake.tell-what-was-allowed',
    on: ['partner_referral.form_filled', 'partner_referral.address_proved'],
    run: tellWhatWasAllowed,
  },
];
