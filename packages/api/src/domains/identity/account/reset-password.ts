import type { Tx } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type AccountRow, findAccount, getAccount, lockAccount } from '../../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../../auth/breached.ts';
import { hashPassword } from '../../../auth/password.ts';
import { lettersPerRecipient, publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken, linkInvalid, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { newId } from '../../../shared/id.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import type { passwordResetOutput, requestPasswordResetInput, resetPasswordInput } from './account.schema.ts';
import { mayReset, replacePassword } from './replace-password.ts';

/**
 * Asks for a link to a new password. A known and an unknown address take the same steps and get the same answer; what
 * differs is whether a message leaves, later and elsewhere.
 * @throws `rate_limited`
 */
export async function requestPasswordReset(
  ctx: RequestContext,
  input: z.infer<typeof requestPasswordResetInput>,
): Promise<void> {
  const emailNormalised = normaliseEmail(input.email);
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const recipient = ctx.vault.keyedHash('reset', `${ctx.app}:${emailNormalised}`);
  await ctx.throttle.take(lettersPerRecipient, recipient);
  // A visitor has no scope: nothing of what is read here leaves.
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  await inScope(system, async (tx) => {
    const account = await findAccount(tx, { audience: ctx.app, emailNormalised });
    await recordChange(tx, system, {
      action: 'account.reset_requested',
      subjectType: 'account',
      // The id of nobody keeps the time the same where there is no account.
      subjectId: account?.id ?? newId('account', ctx.clock.now()),
    });
  });
}

/** Whose password the link sets. Changes nothing. @throws `link_invalid` */
export async function readPasswordReset(
  ctx: RequestContext,
  token: string,
): Promise<z.infer<typeof passwordResetOutput>> {
  // Elevated: the link is the credential, and it names the one account that is read.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'reset_password', token);
    const { email } = await requireResettable(tx, ctx.app, await getAccount(tx, subjectId));
    return { email };
  });
}

/**
 * Sets a new password and ends every session. The link works once; the second factor stays as it is.
 * @throws `link_invalid`, `invalid_input` (password), `rate_limited`
 */
export async function resetPassword(
  ctx: RequestContext,
  input: z.infer<typeof resetPasswordInput>,
): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Hashing is slow on purpose: a dead link is refused before it.
  await readPasswordReset(ctx, input.token);
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);
  // Elevated: the link proves the mailbox of this one account; nobody is signed in.
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  await inScope(system, async (tx) => {
    // The account first, as whoever changes its address or password takes it first: of both at once one counts.
    const { subjectId } = await readToken(tx, system, 'reset_password', input.token);
    const account = await requireResettable(tx, ctx.app, await lockAccount(tx, subjectId));
    await consumeToken(tx, system, 'reset_password', input.token);
    await replacePassword(tx, system, account, { passwordHash, action: 'account.password_reset' });
  });
}

async function requireResettable(
  tx: Tx,
  app: AccountAudience,
  account: AccountRow | undefined,
): Promise<AccountRow> {
  if (account?.audience !== app || !(await mayReset(tx, account))) throw linkInvalid();
  return account;
}
