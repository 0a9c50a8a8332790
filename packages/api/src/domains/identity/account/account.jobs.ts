import type { Tx } from '@goodword/db';
import { type AccountRow, getAccount, holdAccount } from '../../../auth/accounts.queries.ts';
import { forgetSignIns } from '../../../auth/sign-ins.ts';
import { issueToken } from '../../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler, PeriodicTask } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { sendMessage, type Template } from '../../notifications/index.ts';
import { appUrl } from './app-url.ts';
import {
  type AccountNoticeData,
  emailChangeNoticeMail,
  passkeyAddedMail,
  passkeyRemovedMail,
  passwordChangedMail,
  recoveryCodeUsedMail,
  twoFactorDisabledMail,
  twoFactorEnabledMail,
} from './mails/account-notice.tsx';
import { confirmNewEmailMail } from './mails/confirm-new-email.tsx';
import { resetPasswordMail } from './mails/reset-password.tsx';
import { mayReset } from './replace-password.ts';

const mailReset: JobHandler = {
  name: 'identity.mail-password-reset',
  on: ['account.reset_requested'],
  async run(ctx, event) {
    const account = await inScope(ctx, async (tx) => {
      const found = await getAccount(tx, event.subjectId);
      return found && (await mayReset(tx, found)) ? found : undefined;
    });
    if (!account) return;
    await sendMessage(ctx, {
      template: resetPasswordMail,
      to: account.email,
      subjectId: account.id,
      dedupeKey: `${event.id}:${resetPasswordMail.name}:${account.id}`,
      data: async (tx) => ({
        name: account.name,
        url: `${appUrl(ctx, account.audience)}/reset/${await issueToken(tx, ctx, { purpose: 'reset_password', subjectId: account.id })}`,
      }),
    });
  },
};

const mailEmailChange: JobHandler = {
  name: 'identity.mail-email-change',
  on: ['account.email_change_requested'],
  async run(ctx, event) {
    const account = await inScope(ctx, (tx) => getAccount(tx, event.subjectId));
    if (!account?.pendingEmail) return;
    const { pendingEmail } = account;
    await sendNotice(ctx, event, account, emailChangeNoticeMail);
    await sendMessage(ctx, {
      template: confirmNewEmailMail,
      to: pendingEmail,
      subjectId: account.id,
      dedupeKey: `${event.id}:${confirmNewEmailMail.name}:${account.id}`,
      data: async (tx) => {
        await requireAskedFor(tx, account.id, pendingEmail);
        const secret = await issueToken(tx, ctx, { purpose: 'change_email', subjectId: account.id });
        return { name: account.name, url: `${appUrl(ctx, account.audience)}/confirm-email/${secret}` };
      },
    });
  },
};

/**
 * A link proves the mailbox it goes to and no other. When another address was asked for while the letter was written, it is
 * given up, and the next try writes to that one. Held until the letter is stored: whoever asks then ends its link.
 */
async function requireAskedFor(tx: Tx, accountId: string, email: string): Promise<void> {
  const account = await holdAccount(tx, accountId);
  if (account?.pendingEmail !== email) throw new Error('another address was asked for meanwhile');
}

const notices: Readonly<Record<string, Template<AccountNoticeData>>> = {
  'account.password_reset': passwordChangedMail,
  'account.password_changed': passwordChangedMail,
  'account.two_factor_enabled': twoFactorEnabledMail,
  'account.two_factor_disabled': twoFactorDisabledMail,
  'account.recovery_code_used': recoveryCodeUsedMail,
  'account.passkey_added': passkeyAddedMail,
  'account.passkey_removed': passkeyRemovedMail,
};

const mailNotice: JobHandler = {
  name: 'identity.mail-notice',
  on: Object.keys(notices),
  async run(ctx, event) {
    const template = notices[event.type];
    const account = await inScope(ctx, (tx) => getAccount(tx, event.subjectId));
    if (template && account) await sendNotice(ctx, event, account, template);
  },
};

function sendNotice(
  ctx: JobContext,
  event: DomainEvent,
  account: AccountRow,
  template: Template<AccountNoticeData>,
): Promise<void> {
  return sendMessage(ctx, {
    template,
    to: account.email,
    subjectId: account.id,
    dedupeKey: `${event.id}:${template.name}:${account.id}`,
    data: async () => ({ name: account.name, url: `${appUrl(ctx, account.audience)}/forgot` }),
  });
}

const forgetOldSignIns: PeriodicTask = {
  name: 'identity.forget-sign-ins',
  everySeconds: 24 * 3600,
  run: (ctx) => inScope(ctx, (tx) => forgetSignIns(tx, ctx.clock)),
};

export const accountTasks: PeriodicTask[] = [forgetOldSignIns];

export const accountJobs: JobHandler[] = [mailReset, mailEmailChange, mailNotice];
