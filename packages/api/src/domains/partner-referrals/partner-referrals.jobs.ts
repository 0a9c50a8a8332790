import { issueToken } from '../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { addressHash, isSuppressed, sendMessage } from '../notifications/index.ts';
import { declineReferral } from './decline-referral.ts';
import { expireReferrals } from './expire-referrals.ts';
import { confirmReferralMail } from './mails/confirm-referral.tsx';
import { intakeReminderMail } from './mails/intake-reminder.tsx';
import { firstName } from './partner-referral.ts';
import {
  getPartnerFacts,
  getReferral,
  listWaitingForForm,
  type PartnerReferralRow,
} from './partner-referrals.queries.ts';

/**
 * Asks the client to confirm. An address that asked for silence gets nothing, and the referral ends quietly the way it
 * ends when a client opts out now, so that nobody can find out who asked for silence.
 */
async function askClient(ctx: JobContext, event: DomainEvent): Promise<void> {
  const referral = await inScope(ctx, async (tx) => {
    const row = await getReferral(tx, event.subjectId);
    if (!row?.clientEmail || row.confirmedAt || !['submitted', 'intake'].includes(row.status)) return null;
    if (!(await isSuppressed(tx, row.emailHash))) return row;
    await declineReferral(tx, ctx, { id: row.id, reason: 'address_silent' });
    return null;
  });
  if (referral?.clientEmail) await sendConfirmation(ctx, event, referral, referral.clientEmail);
}

async function sendConfirmation(
  ctx: JobContext,
  event: DomainEvent,
  referral: PartnerReferralRow,
  to: string,
): Promise<void> {
  await sendMessage(ctx, {
    template: confirmReferralMail,
    to,
    subjectId: referral.id,
    dedupeKey: `${event.id}:${confirmReferralMail.name}:${addressHash(ctx, to)}`,
    data: async (tx) => ({
      clientFirstName: firstName(referral.clientName ?? ''),
      partnerName: (await getPartnerFacts(tx, referral.partnerId))?.name ?? '',
      byLink: referral.linkId !== null,
      confirmUrl: `${ctx.urls.patient}/confirm/${await issueToken(tx, ctx, {
        purpose: 'confirm_referral',
        subjectId: referral.id,
      })}`,
    }),
  });
}

/** One reminder, two days after somebody confirmed and left. */
async function remindOfForm(ctx: JobContext): Promise<void> {
  const now = ctx.clock.now();
  const waiting = await inScope(ctx, (tx) =>
    listWaitingForForm(tx, { before: addDays(now, -2), now, limit: 100 }),
  );
  for (const referral of waiting) {
    if (!referral.clientEmail) continue;
    await sendMessage(ctx, {
      template: intakeReminderMail,
      to: referral.clientEmail,
      subjectId: referral.id,
      dedupeKey: `intake-reminder:${referral.id}`,
      data: async (tx) => ({
        clientFirstName: firstName(referral.clientName ?? ''),
        intakeUrl: `${ctx.urls.patient}/intake/${await issueToken(tx, ctx, {
          purpose: 'lead_intake',
          subjectId: referral.id,
        })}`,
      }),
    });
  }
}

export const partnerReferralJobs: JobHandler[] = [
  {
    name: 'partner-referrals.ask-client',
    on: ['partner_referral.submitted', 'partner_referral.received', 'partner_referral.confirmation_resent'],
    run: askClient,
  },
];

export const partnerReferralTasks: PeriodicTask[] = [
  {
    name: 'partner-referrals.expire',
    everySeconds: 600,
    run: async (ctx) => {
      await expireReferrals(ctx);
    },
  },
  { name: 'partner-referrals.remind-of-form', everySeconds: 1800, run: remindOfForm },
];
