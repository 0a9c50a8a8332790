import { getAccount } from '../../auth/accounts.queries.ts';
import { issueToken } from '../../auth/tokens.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { sendMessage } from '../notifications/index.ts';
import { alreadyRegistered } from './mails/already-registered.tsx';
import { verifyEmailMail } from './mails/verify-email.tsx';

const mailVerification: JobHandler = {
  name: 'patients.mail-verification',
  on: ['patient.registered'],
  async run(ctx, event) {
    const account = await inScope(ctx, (tx) => getAccount(tx, event.subjectId));
    if (!account || account.emailVerifiedAt) return;
    await sendMessage(ctx, {
      template: verifyEmailMail,
      to: account.email,
      subjectId: account.id,
      dedupeKey: `${event.id}:${verifyEmailMail.name}:${account.id}`,
      data: async (tx) => ({
        name: account.name,
        url: `${ctx.urls.patient}/verify/${await issueToken(tx, ctx, { purpose: 'verify_email', subjectId: account.id })}`,
      }),
    });
  },
};

const mailAlreadyRegistered: JobHandler = {
  name: 'patients.mail-already-registered',
  on: ['patient.registered_again'],
  async run(ctx, event) {
    const account = await inScope(ctx, (tx) => getAccount(tx, event.subjectId));
    if (!account) return;
    await sendMessage(ctx, {
      template: alreadyRegistered,
      to: account.email,
      subjectId: account.id,
      dedupeKey: `${event.id}:${alreadyRegistered.name}:${account.id}`,
      data: async () => ({ name: account.name, url: `${ctx.urls.patient}/sign-in` }),
    });
  },
};

export const patientsJobs: JobHandler[] = [mailVerification, mailAlreadyRegistered];
