import type { Tx } from '@goodword/db';
import type { PartnerRole } from '@goodword/db/vocabulary';
import {
  type AccountRow,
  deleteSessionsOf,
  lockAccount,
  updateAccount,
} from '../../../auth/accounts.queries.ts';
import { retireTokens } from '../../../auth/known-links.ts';
import { actorId, type Context, elevated, inScope, partnerIdOf } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, notFound } from '../../../shared/errors.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { requirePrincipal } from '../account/own-account.ts';
import { mayInvite, revokeInvitationsOf } from './invite-colleague.ts';
import { lockActiveOwners } from './team.queries.ts';

/**
 * Makes a colleague owner or member; their sessions end with the old role, and with that of an owner the invitations that
 * wait.
 * @throws `not_found`, `not_eligible` for the last owner
 */
export async function changeMemberRole(
  ctx: Context,
  input: { accountId: string; role: PartnerRole },
): Promise<void> {
  await withMember(ctx, input.accountId, async (tx, system, account) => {
    if (account.partnerRole === 'owner' && input.role !== 'owner') await requireAnotherOwner(tx, account);
    await giveRole(tx, system, account, input.role);
  });
}

/**
 * Takes a colleague out of the team at once, sessions, links and the invitations that wait with it. Can be invited again.
 * @throws `not_found`, `not_eligible` for oneself and the last owner
 */
export async function removeMember(ctx: Context, accountId: string): Promise<void> {
  if (accountId === actorId(ctx.actor)) {
    throw new AppError('not_eligible', {
      userMessage: 'You cannot remove yourself. Ask another owner of your team to do it.',
    });
  }
  await withMember(ctx, accountId, takeOut);
}

/**
 * The caller leaves the team; signed out at once. Can be invited again.
 * @throws `not_eligible` for the last owner
 */
export async function leaveTeam(ctx: RequestContext): Promise<void> {
  await withMember(ctx, requirePrincipal(ctx).accountId, takeOut);
  ctx.setCookie(await ctx.sessions.close(ctx.cookieHeader));
}

async function takeOut(tx: Tx, system: Context, account: AccountRow): Promise<void> {
  await requireAnotherOwner(tx, account);
  await updateAccount(tx, account.id, { disabledAt: system.clock.now() });
  await deleteSessionsOf(tx, account.id);
  await retireTokens(tx, system, ['reset_password', 'change_email'], account.id);
  await revokeInvitationsOf(tx, system, account.id);
  await recordChange(tx, system, {
    action: 'account.disabled',
    subjectType: 'account',
    subjectId: account.id,
  });
}

/**
 * Makes a colleague owner and the caller a member, in one step: at no moment has the team no owner. Both sign in again.
 * @throws `not_found`, `not_eligible` for oneself, `stale` when the caller is no owner any more
 */
export async function transferOwnership(ctx: RequestContext, accountId: string): Promise<void> {
  const { accountId: own } = requirePrincipal(ctx);
  if (accountId === own) {
    throw new AppError('not_eligible', { userMessage: 'You are owner already. Choose a colleague.' });
  }
  await withMember(ctx, accountId, async (tx, system, account) => {
    const giver = await lockAccount(tx, own);
    if (giver?.partnerRole !== 'owner' || giver.disabledAt) {
      throw new AppError('stale', {
        userMessage: 'You are not an owner of this team any more. Reload the page.',
      });
    }
    await giveRole(tx, system, account, 'owner');
    await giveRole(tx, system, giver, 'member');
  });
  ctx.setCookie(await ctx.sessions.close(ctx.cookieHeader));
}

async function giveRole(tx: Tx, system: Context, account: AccountRow, role: PartnerRole): Promise<void> {
  if (account.partnerRole === role) return;
  await updateAccount(tx, account.id, { partnerRole: role });
  await deleteSessionsOf(tx, account.id);
  if (!mayInvite({ ...account, partnerRole: role })) await revokeInvitationsOf(tx, system, account.id);
  await recordChange(tx, system, {
    action: 'account.role_changed',
    subjectType: 'account',
    subjectId: account.id,
    from: account.partnerRole ?? undefined,
    to: role,
  });
}

/** Somebody of the caller's own partner, locked after its owners. */
async function withMember(
  ctx: Context,
  accountId: string,
  work: (tx: Tx, system: Context, account: AccountRow) => Promise<void>,
): Promise<void> {
  const partnerId = partnerIdOf(ctx);
  // Elevated: accounts are closed to partners for writing; the account is compared with the session's partner below.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    await lockActiveOwners(tx, partnerId);
    const account = await lockAccount(tx, accountId);
    if (account?.partnerId !== partnerId || account.disabledAt) throw notFound('colleague');
    await work(tx, system, account);
  });
}

async function requireAnotherOwner(tx: Tx, { id, partnerId }: AccountRow): Promise<void> {
  const owners = partnerId ? await lockActiveOwners(tx, partnerId) : [];
  if (!owners.includes(id) || owners.length > 1) return;
  throw new AppError('not_eligible', {
    userMessage: 'This is the last owner of your team. Make somebody else owner first.',
  });
}
