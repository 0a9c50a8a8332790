import type { Tx } from '@goodword/db';
import type { PartnerRole, StaffRole } from '@goodword/db/vocabulary';
import { type AccountRow, findAccount } from '../../../auth/accounts.queries.ts';
import { retireTokens } from '../../../auth/known-links.ts';
import { allows } from '../../../auth/permissions.ts';
import { roleOf } from '../../../auth/sessions.ts';
import { invitationsPerPerson, lettersPerRecipient } from '../../../auth/throttle.ts';
import { type Context, elevated, inScope, partnerIdOf } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError, notFound, violates } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { requirePrincipal } from '../account/own-account.ts';
import {
  findTeamInvitation,
  insertTeamInvitation,
  listWaitingInvitations,
  listWaitingInvitationsBy,
  requireWaitingInvitation,
  type TeamInvitationRow,
  updateTeamInvitation,
  type WaitingInvitation,
} from './team.queries.ts';

/** As long as the link in the message works. */
const DAYS_VALID = 7;

type Team = 'staff' | 'partner';

interface Colleague<Role> {
  name: string;
  email: string;
  role: Role;
}

/** Whether somebody may ask others into the own team, and answers for whom they asked. */
export function mayInvite(account: AccountRow): boolean {
  const permission = account.audience === 'staff' ? 'settings.manage' : 'portal.own';
  return !account.disabledAt && allows(permission, roleOf(account));
}

/** Asks somebody to join the staff. @throws `already_exists`, `rate_limited` */
export function inviteStaff(ctx: RequestContext, colleague: Colleague<StaffRole>): Promise<{ id: string }> {
  return invite(ctx, colleague, { audience: 'staff', staffRole: colleague.role });
}

/** Asks somebody to join the caller's own partner. @throws `already_exists`, `rate_limited` */
export function inviteMember(
  ctx: RequestContext,
  colleague: Colleague<PartnerRole>,
): Promise<{ id: string }> {
  const partnerId = partnerIdOf(ctx);
  return invite(ctx, colleague, { audience: 'partner', partnerId, partnerRole: colleague.role });
}

async function invite(
  ctx: RequestContext,
  { name, email }: { name: string; email: string },
  team: { audience: Team; staffRole?: StaffRole; partnerId?: string; partnerRole?: PartnerRole },
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(invitationsPerPerson, ctx.vault.keyedHash('invitations', accountId));
  const id = newId('teamInvitation', now);
  const emailNormalised = normaliseEmail(email);
  await inScope(ctx, async (tx) => {
    // A partner sees its own people here and nobody else: an address known elsewhere is told to its owner only.
    const known = await findAccount(tx, { audience: team.audience, emailNormalised });
    if (known && (team.audience === 'staff' || !known.disabledAt))
      throw hasAccount(known.disabledAt !== null);
    await insertTeamInvitation(tx, {
      ...team,
      id,
      name,
      email,
      emailNormalised,
      invitedBy: accountId,
      createdAt: now,
      expiresAt: addDays(now, DAYS_VALID),
    });
    await record(tx, ctx, id, 'team.invited');
  }).catch(explainWaiting);
  return { id };
}

function hasAccount(disabled: boolean): AppError {
  return new AppError('already_exists', {
    userMessage: disabled
      ? 'This address has an account that is closed. Open it again in the list instead.'
      : 'Somebody with this address is in the team already.',
  });
}

function explainWaiting(error: unknown): never {
  if (!violates(error, 'team_invitations_waiting')) throw error;
  throw new AppError('already_exists', {
    userMessage: 'This address is invited already. Send that invitation again, or revoke it first.',
    cause: error,
  });
}

/**
 * Sends a waiting invitation once more, with a new link and a new end; whoever sends it answers for it from now on.
 * @throws `not_found`, `rate_limited`
 */
export async function resendTeamInvitation(ctx: RequestContext, team: Team, id: string): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(invitationsPerPerson, ctx.vault.keyedHash('invitations', accountId));
  await withWaiting(ctx, team, id, async (tx, row) => {
    // Within the throttle of the person, one mailbox still gets only so many letters.
    await ctx.throttle.take(lettersPerRecipient, ctx.vault.keyedHash('team-invitation', row.id));
    await updateTeamInvitation(tx, row.id, {
      invitedBy: accountId,
      expiresAt: addDays(ctx.clock.now(), DAYS_VALID),
    });
    await record(tx, ctx, row.id, 'team.invitation_resent');
  });
}

/** Takes a waiting invitation back: its link stops working. @throws `not_found` */
export async function revokeTeamInvitation(ctx: Context, team: Team, id: string): Promise<void> {
  await withWaiting(ctx, team, id, (tx, row) => revoke(tx, ctx, row.id));
}

/**
 * Takes back every waiting invitation of somebody who may not ask others in any more, in the transaction that takes that
 * right: nobody comes in on the word of somebody who is out.
 */
export async function revokeInvitationsOf(tx: Tx, ctx: Context, accountId: string): Promise<void> {
  for (const id of await listWaitingInvitationsBy(tx, accountId)) {
    await retireTokens(tx, ctx, ['join_team'], id);
    // Read once the link is out of use: whoever accepted at that moment is in.
    const row = await findTeamInvitation(tx, id);
    if (row && !row.acceptedAt && !row.revokedAt) await revoke(tx, ctx, id);
  }
}

async function revoke(tx: Tx, ctx: Context, id: string): Promise<void> {
  await updateTeamInvitation(tx, id, { revokedAt: ctx.clock.now() });
  await record(tx, ctx, id, 'team.invitation_revoked');
}

/**
 * An invitation of the caller's own team whose link just stopped working. The link goes first, as whoever accepts takes
 * it first: of both at once one counts.
 */
async function withWaiting(
  ctx: Context,
  team: Team,
  id: string,
  work: (tx: Tx, row: TeamInvitationRow) => Promise<void>,
): Promise<void> {
  const partnerId = team === 'partner' ? partnerIdOf(ctx) : null;
  // Elevated: links are closed to partners; the invitation is compared with the session's partner below.
  await inScope(elevated(ctx), async (tx) => {
    await retireTokens(tx, ctx, ['join_team'], id);
    const row = await requireWaitingInvitation(tx, { id, audience: team });
    if (row.partnerId !== partnerId) throw notFound('invitation');
    await work(tx, row);
  });
}

/** Invitations to the staff, or to the caller's own partner, that wait for an answer. */
export async function waitingInvitations(ctx: Context, team: Team): Promise<WaitingInvitation[]> {
  return inScope(ctx, (tx) =>
    listWaitingInvitations(
      tx,
      team === 'staff' ? { audience: 'staff' } : { audience: 'partner', partnerId: partnerIdOf(ctx) },
    ),
  );
}

function record(tx: Tx, ctx: Context, id: string, action: string): Promise<void> {
  return recordChange(tx, ctx, { action, subjectType: 'team_invitation', subjectId: id });
}
