import type { Tx } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { type AccountRow, getAccount, lockAccount, updateAccount } from '../../../auth/accounts.queries.ts';
import { retireTokens } from '../../../auth/known-links.ts';
import { lettersPerRecipient, publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken, linkInvalid, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, violates } from '../../../shared/errors.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { changeAddress } from '../../clients/index.ts';
import { requirePrincipal, withOwnAccount } from './own-account.ts';

/**
 * Asks for another address: a link goes to the new one, a notice to the present one. Nothing changes until the link is
 * used. Whether the address belongs to somebody else is told to whoever proves to own it, not here.
 * @throws `invalid_input` (email), `rate_limited`
 */
export async function requestEmailChange(ctx: RequestContext, email: string): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(lettersPerRecipient, ctx.vault.keyedHash('change-email', accountId));
  await withOwnAccount(ctx, async (tx, system, account) => {
    if (account.emailNormalised === normaliseEmail(email)) {
      const message = 'This is the address you have.';
      throw new AppError('invalid_input', { userMessage: message, fields: { email: message } });
    }
    await updateAccount(tx, accountId, { pendingEmail: email });
    // A link that went to the address asked for before must not confirm this one.
    await retireTokens(tx, system, ['change_email'], accountId);
    await recordChange(tx, system, {
      action: 'account.email_change_requested',
      subjectType: 'account',
      subjectId: accountId,
    });
  });
}

/** The address behind the link. Changes nothing. @throws `link_invalid` */
export async function readEmailChange(ctx: RequestContext, token: string): Promise<{ email: string }> {
  // Elevated: the link is the credential, and it names the one account that is read.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'change_email', token);
    const { pendingEmail } = requireWaiting(ctx.app, await getAccount(tx, subjectId));
    return { email: pendingEmail };
  });
}

/**
 * The new address becomes the one to sign in with. Links to a new password and to consents that went to the old one end.
 * @throws `link_invalid`, `already_exists`, `rate_limited`
 */
export async function confirmEmailChange(ctx: RequestContext, token: string): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Elevated: the link proves the new mailbox of this one account; nobody need be signed in.
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  await inScope(system, async (tx) => {
    // The account first, as whoever asks for another address takes it first: of both at once one counts.
    const { subjectId } = await readToken(tx, system, 'change_email', token);
    const account = requireWaiting(ctx.app, await lockAccount(tx, subjectId));
    await consumeToken(tx, system, 'change_email', token);
    await moveAddress(tx, system, account);
  }).catch(explainTakenAddress);
}

async function moveAddress(tx: Tx, ctx: Context, account: Waiting): Promise<void> {
  const address = { email: account.pendingEmail, emailNormalised: normaliseEmail(account.pendingEmail) };
  await updateAccount(tx, account.id, {
    ...address,
    pendingEmail: null,
    emailVerifiedAt: ctx.clock.now(),
  });
  if (account.clientId) await changeAddress(tx, ctx, account.clientId, address);
  await retireTokens(tx, ctx, ['reset_password'], account.id);
  await recordChange(tx, ctx, {
    action: 'account.email_changed',
    subjectType: 'account',
    subjectId: account.id,
    fields: ['email'],
  });
}

type Waiting = AccountRow & { pendingEmail: string };

function requireWaiting(app: AccountAudience, account: AccountRow | undefined): Waiting {
  if (account?.audience !== app || account.disabledAt || !account.pendingEmail) throw linkInvalid();
  return { ...account, pendingEmail: account.pendingEmail };
}

function explainTakenAddress(error: unknown): never {
  if (!violates(error, 'accounts_audience_email') && !violates(error, 'clients_email')) throw error;
  throw new AppError('already_exists', {
    userMessage:
      'This address is known here already. Use another one, or write to us to bring the two together.',
    cause: error,
  });
}
