import type { Tx } from '@goodword/db';
import type { StaffRole } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import {
  type AccountRow,
  deleteSessionsOf,
  hasSecondFactor,
  lockAccount,
  updateAccount,
} from '../../../auth/accounts.queries.ts';
import { retireTokens } from '../../../auth/known-links.ts';
import { actorId, type Context, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, invariant, notFound } from '../../../shared/errors.ts';
import { mayInvite, revokeInvitationsOf } from './invite-colleague.ts';
import { listStaff, lockActiveAdmins } from './team.queries.ts';
import type { staffList } from './team.schema.ts';

/** Everybody who signs in to the admin app. */
export async function readStaff(ctx: Context): Promise<z.infer<typeof staffList>> {
  const rows = await inScope(ctx, listStaff);
  return rows.map((row) => {
    invariant(row.staffRole, 'staff have a role');
    const { id, name, email, staffRole, createdAt, disabledAt } = row;
    return {
      accountId: id,
      name,
      email,
      role: staffRole,
      twoFactor: hasSecondFactor(row),
      createdAt,
      disabledAt,
    };
  });
}

/**
 * Gives a staff member another role; their sessions end with the old one, and so do the invitations that wait when the new
 * one may not invite.
 * @throws `not_found`, `not_eligible` for the last administrator
 */
export async function changeStaffRole(
  ctx: Context,
  input: { accountId: string; role: StaffRole },
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const account = await lockStaff(tx, input.accountId);
    if (account.staffRole === input.role) return;
    if (input.role !== 'admin') await requireAnotherAdmin(tx, account.id);
    await updateAccount(tx, account.id, { staffRole: input.role });
    await deleteSessionsOf(tx, account.id);
    if (!mayInvite({ ...account, staffRole: input.role })) await revokeInvitationsOf(tx, ctx, account.id);
    await recordChange(tx, ctx, {
      action: 'account.role_changed',
      subjectType: 'account',
      subjectId: account.id,
      from: account.staffRole ?? undefined,
      to: input.role,
    });
  });
}

/**
 * Closes the account of a staff member at once, sessions, links and the invitations that wait with it.
 * @throws `not_found`, `not_eligible` for oneself and the last administrator
 */
export async function disableStaff(ctx: Context, accountId: string): Promise<void> {
  if (accountId === actorId(ctx.actor)) {
    throw new AppError('not_eligible', {
      userMessage: 'You cannot close your own account. Ask another administrator to do it.',
    });
  }
  await inScope(ctx, async (tx) => {
    const account = await lockStaff(tx, accountId);
    if (account.disabledAt) return;
    await requireAnotherAdmin(tx, account.id);
    await updateAccount(tx, account.id, { disabledAt: ctx.clock.now() });
    await deleteSessionsOf(tx, account.id);
    await retireTokens(tx, ctx, ['reset_password', 'change_email'], account.id);
    await revokeInvitationsOf(tx, ctx, account.id);
    await recordChange(tx, ctx, {
      action: 'account.disabled',
      subjectType: 'account',
      subjectId: account.id,
    });
  });
}

/** Opens a closed account again, with the password and second factor it had. @throws `not_found` */
export async function enableStaff(ctx: Context, accountId: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const account = await lockStaff(tx, accountId);
    if (!account.disabledAt) return;
    await updateAccount(tx, account.id, { disabledAt: null });
    await recordChange(tx, ctx, {
      action: 'account.enabled',
      subjectType: 'account',
      subjectId: account.id,
    });
  });
}

/** Administrators first, in their order, then the account: two who act on each other cannot block each other. */
async function lockStaff(tx: Tx, accountId: string): Promise<AccountRow> {
  await lockActiveAdmins(tx);
  const account = await lockAccount(tx, accountId);
  if (account?.audience !== 'staff') throw notFound('staff member');
  return account;
}

async function requireAnotherAdmin(tx: Tx, accountId: string): Promise<void> {
  const admins = await lockActiveAdmins(tx);
  if (!admins.includes(accountId) || admins.length > 1) return;
  throw new AppError('not_eligible', {
    userMessage: 'This is the last administrator. Make somebody else administrator first.',
  });
}
