import type { Tx } from '@goodword/db';
import {
  type AccountRow,
  deleteSessionsOf,
  partnerStatus,
  updateAccount,
  withoutUnfinishedTotp,
} from '../../../auth/accounts.queries.ts';
import { retireTokens } from '../../../auth/known-links.ts';
import type { Context } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';

/**
 * A new password ends every session, every link and an unfinished second factor of the account, in the transaction of the
 * change.
 */
export async function replacePassword(
  tx: Tx,
  ctx: Context,
  account: AccountRow,
  change: { passwordHash: string; action: 'account.password_changed' | 'account.password_reset' },
): Promise<void> {
  await updateAccount(tx, account.id, {
    ...withoutUnfinishedTotp(account),
    passwordHash: change.passwordHash,
    pendingEmail: null,
  });
  await deleteSessionsOf(tx, account.id);
  await retireTokens(tx, ctx, ['reset_password', 'change_email'], account.id);
  await recordChange(tx, ctx, {
    action: change.action,
    subjectType: 'account',
    subjectId: account.id,
    fields: ['password'],
  });
}

/** Whether a password would open anything: closed accounts and ended partners get no link. */
export async function mayReset(tx: Tx, account: AccountRow): Promise<boolean> {
  if (account.disabledAt) return false;
  if (account.audience === 'patient') return account.emailVerifiedAt !== null;
  return !account.partnerId || (await partnerStatus(tx, account.partnerId)) !== 'terminated';
}
