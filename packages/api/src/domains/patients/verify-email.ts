import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type AccountRow, getAccount, lockAccount, updateAccount } from '../../auth/accounts.queries.ts';
import { verifyPassword } from '../../auth/password.ts';
import { noteSignIn } from '../../auth/sign-ins.ts';
import { signInPerAccount } from '../../auth/throttle.ts';
import { consumeToken, readToken } from '../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { hashSecret } from '../../platform/vault.ts';
import { AppError, invariant, violates } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { deleteClient, lockClientByEmail, updateClient } from '../clients/index.ts';
import { registerFriend } from '../invites/index.ts';
import { giveFriendLinks } from '../programs/index.ts';
import type { verifyPatientEmailInput } from './patients.schema.ts';

/**
 * Uses the link from the mail up: the e-mail is verified, the account joins the client record with this address or
 * makes its own one known by it, the friend's invite is counted, and a session opens. Sessions from before the proof
 * end.
 *
 * The link alone is not enough: anybody can register an address with a password of their own and leave the button to
 * its owner. Whoever presses it has to know the password, so that nobody confirms an account another one opens.
 * @throws `link_invalid`, `invalid_input` for another password, `rate_limited`
 */
export async function verifyEmail(
  ctx: RequestContext,
  { token, password }: z.infer<typeof verifyPatientEmailInput>,
): Promise<void> {
  const passwordHash = await requireOwnPassword(ctx, token, password);
  // The link proves who owns the address; client, account and invite belong to different people's scopes.
  const system = elevated(ctx);
  const attempt = () => inScope(system, (tx) => verify(tx, system, token, passwordHash));
  let account: AccountRow;
  try {
    account = await attempt();
  } catch (error) {
    // A form created a client with this address at the same moment: now it is there to be joined.
    if (!violates(error, 'clients_email')) throw error;
    account = await attempt();
  }
  await ctx.sessions.closeAllOf(account.id);
  await noteSignIn(ctx, { accountId: account.id, outcome: 'signed_in', method: 'link' });
  ctx.setCookie(await ctx.sessions.open(account, { twoFactorDone: false }));
}

/** @returns the hash that the password was checked against */
async function requireOwnPassword(
  ctx: RequestContext,
  token: string,
  password: string,
): Promise<string | null> {
  const passwordHash = await inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'verify_email', token);
    return (await getAccount(tx, subjectId))?.passwordHash ?? null;
  });
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('verify-email', hashSecret(token)));
  if (await verifyPassword(passwordHash, password)) return passwordHash;
  throw wrongPassword();
}

function wrongPassword(): AppError {
  return new AppError('invalid_input', {
    userMessage:
      'This is not the password you registered with. If it was not you who registered, register again.',
    fields: { password: 'Enter the password you chose when you registered.' },
  });
}

async function verify(tx: Tx, ctx: Context, token: string, passwordHash: string | null): Promise<AccountRow> {
  // The account first, as whoever registers its address again takes it first: of both at once one counts.
  const { subjectId } = await readToken(tx, ctx, 'verify_email', token);
  const account = await lockAccount(tx, subjectId);
  await consumeToken(tx, ctx, 'verify_email', token);
  invariant(account?.clientId, 'a verification link belongs to a patient');
  // Registered again since the password was checked: whoever did that is not the one who presses this button.
  if (account.passwordHash !== passwordHash) throw wrongPassword();
  if (account.emailVerifiedAt) return account;

  const now = ctx.clock.now();
  const known = await lockClientByEmail(tx, account.emailNormalised);
  const clientId = known?.id ?? account.clientId;
  await updateAccount(tx, account.id, { clientId, emailVerifiedAt: now });
  if (known) {
    await updateClient(tx, known.id, { emailVerifiedAt: known.emailVerifiedAt ?? now });
    if (known.id !== account.clientId) await deleteClient(tx, account.clientId);
  } else {
    const { email, emailNormalised, name } = account;
    await updateClient(tx, clientId, { name, email, emailNormalised, emailVerifiedAt: now });
  }
  const actor: Context = { ...ctx, actor: { type: 'patient', accountId: account.id, clientId } };
  await recordChange(tx, actor, {
    action: 'patient.verified',
    subjectType: 'client',
    subjectId: clientId,
    fields: known ? ['emailVerifiedAt', 'accountId'] : ['email', 'emailVerifiedAt'],
    payload: { accountId: account.id, clientId },
  });
  if (account.registeredLinkId) {
    await registerFriend(tx, actor, {
      linkId: account.registeredLinkId,
      clientId,
      email: account.emailNormalised,
      startedAt: account.createdAt,
    });
  }
  await giveFriendLinks(tx, actor, clientId);
  return account;
}
