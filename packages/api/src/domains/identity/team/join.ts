import type { Tx } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import {
  type AccountRow,
  findAccount,
  getAccount,
  insertAccount,
  partnerStatus,
  updateAccount,
} from '../../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../../auth/breached.ts';
import { hashPassword } from '../../../auth/password.ts';
import { noteSignIn } from '../../../auth/sign-ins.ts';
import { publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken, linkInvalid, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, violates } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { deletePasskeysOf } from '../account/account.queries.ts';
import { mayInvite } from './invite-colleague.ts';
import {
  findTeamInvitation,
  partnerNameOf,
  type TeamInvitationRow,
  updateTeamInvitation,
} from './team.queries.ts';
import type { joinInput, joiningOutput } from './team.schema.ts';

/** What the page behind an invitation shows. Changes nothing. @throws `link_invalid` */
export async function readJoining(
  ctx: RequestContext,
  token: string,
): Promise<z.infer<typeof joiningOutput>> {
  // Elevated: the link is the credential, and it names the one invitation that is read.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'join_team', token);
    const { name, email, staffRole, partnerRole, partnerId } = await requireOpen(tx, ctx, ctx.app, subjectId);
    const partnerName = partnerId ? ((await partnerNameOf(tx, partnerId)) ?? null) : null;
    return { name, email, staffRole, partnerRole, partnerName };
  });
}

/**
 * Uses the invitation up: the account is there, and this browser is signed in to it.
 * @throws `link_invalid`, `already_exists`, `invalid_input` (password), `rate_limited`
 */
export async function join(ctx: RequestContext, input: z.infer<typeof joinInput>): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Hashing is slow on purpose: a dead link is refused before it.
  await readJoining(ctx, input.token);
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);
  // Elevated: the link proves the invited mailbox; nobody is signed in yet.
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  const account = await inScope(system, async (tx) => {
    const { subjectId } = await consumeToken(tx, system, 'join_team', input.token);
    const invitation = await requireOpen(tx, system, ctx.app, subjectId);
    const id = await admit(tx, system, invitation, { name: input.name, passwordHash });
    await updateTeamInvitation(tx, invitation.id, { acceptedAt: ctx.clock.now() });
    await recordChange(tx, system, { action: 'account.joined', subjectType: 'account', subjectId: id });
    return { id, passwordHash };
  }).catch(explainTakenAddress);
  await ctx.sessions.close(ctx.cookieHeader);
  await noteSignIn(ctx, { accountId: account.id, outcome: 'signed_in', method: 'link' });
  ctx.setCookie(await ctx.sessions.open(account, { twoFactorDone: false }));
}

async function admit(
  tx: Tx,
  ctx: Context,
  invitation: TeamInvitationRow,
  person: { name: string; passwordHash: string },
): Promise<string> {
  const now = ctx.clock.now();
  const { audience, email, emailNormalised, staffRole, partnerId, partnerRole } = invitation;
  const known = await findAccount(tx, { audience, emailNormalised });
  if (known && returns(known, invitation)) {
    await updateAccount(tx, known.id, {
      ...person,
      partnerRole,
      disabledAt: null,
      totpSecretEncrypted: null,
      totpEnabledAt: null,
      totpLastStep: null,
      passkeysSince: null,
    });
    await deletePasskeysOf(tx, known.id);
    return known.id;
  }
  const id = newId('account', now);
  await insertAccount(tx, {
    ...person,
    id,
    audience,
    email,
    emailNormalised,
    staffRole,
    partnerId,
    partnerRole,
    // The link arrived in this mailbox.
    emailVerifiedAt: now,
    createdAt: now,
  });
  return id;
}

/** Somebody who was removed from this team before and is asked back. */
function returns(known: AccountRow, { audience, partnerId }: TeamInvitationRow): boolean {
  return audience === 'partner' && known.disabledAt !== null && known.partnerId === partnerId;
}

async function requireOpen(
  tx: Tx,
  ctx: Context,
  app: AccountAudience,
  id: string,
): Promise<TeamInvitationRow> {
  const row = await findTeamInvitation(tx, id);
  const waits = row && !row.acceptedAt && !row.revokedAt && row.expiresAt > ctx.clock.now();
  if (!waits || row.audience !== app) throw linkInvalid();
  if (row.partnerId && (await partnerStatus(tx, row.partnerId)) === 'terminated') throw linkInvalid();
  // Whoever asked answers for it until it is accepted: it opens nothing that they may not open any more.
  const host = await getAccount(tx, row.invitedBy);
  if (!host || host.partnerId !== row.partnerId || !mayInvite(host)) throw linkInvalid();
  return row;
}

function explainTakenAddress(error: unknown): never {
  if (!violates(error, 'accounts_audience_email')) throw error;
  throw new AppError('already_exists', {
    userMessage: 'This e-mail address signs in here already. Ask for an invitation to a different address.',
    cause: error,
  });
}
