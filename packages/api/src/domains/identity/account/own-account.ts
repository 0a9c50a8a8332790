import type { Tx } from '@goodword/db';
import { type AccountRow, lockAccount } from '../../../auth/accounts.queries.ts';
import { verifyPassword } from '../../../auth/password.ts';
import type { Principal } from '../../../auth/sessions.ts';
import { signInPerAccount } from '../../../auth/throttle.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { AppError, invariant } from '../../../shared/errors.ts';
import type { RequestContext } from '../../../trpc/context.ts';

/** Who is signed in: the procedures of one's own account admit nobody else. */
export function requirePrincipal(ctx: RequestContext): Principal {
  invariant(ctx.principal, 'the procedure admits signed-in people only');
  return ctx.principal;
}

/** One transaction about the caller's own account, locked. Elevated: the id comes from the session alone. */
export function withOwnAccount<T>(
  ctx: RequestContext,
  work: (tx: Tx, system: Context, account: AccountRow) => Promise<T>,
): Promise<T> {
  const { accountId } = requirePrincipal(ctx);
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const account = await lockAccount(tx, accountId);
    invariant(account, 'a session belongs to an account');
    return work(tx, system, account);
  });
}

/**
 * Compares a password with the caller's own. Guesses are limited as at the front door.
 * @param field the field of the form it was entered in
 * @throws `invalid_input`, `rate_limited`
 */
export async function requireOwnPassword(
  ctx: RequestContext,
  password: string,
  field: 'current' | 'password',
): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('confirm', accountId));
  const hash = await withOwnAccount(ctx, async (_tx, _system, account) => account.passwordHash);
  if (await verifyPassword(hash, password)) return;
  const message = 'This is not your current password.';
  throw new AppError('invalid_input', { userMessage: message, fields: { [field]: message } });
}
