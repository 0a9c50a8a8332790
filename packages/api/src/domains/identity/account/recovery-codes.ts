import type { Tx } from '@goodword/db';
import { getOrganisation, hasSecondFactor, updateAccount } from '../../../auth/accounts.queries.ts';
import { notedStep } from '../../../auth/sign-ins.ts';
import { signInPerAccount } from '../../../auth/throttle.ts';
import type { Context } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError } from '../../../shared/errors.ts';
import { newCode } from '../../../shared/id.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { claimRecoveryCode, replaceRecoveryCodes } from './account.queries.ts';
import { requirePrincipal, withOwnAccount } from './own-account.ts';
import { mayTurnTotpOff } from './read-account.ts';

const CODES = 10;

const hashCode = (ctx: Context, accountId: string, code: string) =>
  ctx.vault.keyedHash('recovery-code', `${accountId}:${code}`);

/** Makes new one-time codes for an account; earlier ones stop working. The answer is the only place they appear. */
export async function issueRecoveryCodes(tx: Tx, ctx: Context, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  const createdAt = ctx.clock.now();
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => ({ codeHash: hashCode(ctx, accountId, code), createdAt })),
  );
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** New codes for the caller. @throws `not_eligible` without a second factor */
export async function renewRecoveryCodes(ctx: RequestContext): Promise<string[]> {
  return withOwnAccount(ctx, async (tx, system, account) => {
    if (!hasSecondFactor(account)) {
      throw new AppError('not_eligible', {
        userMessage: 'Turn on two-factor sign-in first: recovery codes stand in for its codes.',
      });
    }
    const codes = await issueRecoveryCodes(tx, system, account.id);
    await recordChange(tx, system, {
      action: 'account.recovery_codes_made',
      subjectType: 'account',
      subjectId: account.id,
    });
    return codes;
  });
}

/**
 * The second step of signing in for whoever lost the device. The code is used up, the session id changes.
 * @throws `invalid_input`, `rate_limited`
 */
export async function useRecoveryCode(ctx: RequestContext, code: string): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('second-factor', accountId));
  await notedStep(ctx, { accountId, method: 'recovery_code' }, () => takeRecoveryCode(ctx, accountId, code));
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone: true }));
}

async function takeRecoveryCode(ctx: RequestContext, accountId: string, code: string): Promise<void> {
  await withOwnAccount(ctx, async (tx, system, account) => {
    const now = ctx.clock.now();
    const codeHash = hashCode(ctx, accountId, code);
    if (!hasSecondFactor(account) || !(await claimRecoveryCode(tx, { accountId, codeHash, now }))) {
      throw new AppError('invalid_input', {
        userMessage: 'This recovery code is not right or was used before. Try another one from your list.',
        fields: { code: 'Try another code from your list.' },
      });
    }
    await recordChange(tx, system, {
      action: 'account.recovery_code_used',
      subjectType: 'account',
      subjectId: accountId,
    });
  });
}

/**
 * Turns the codes of the app off; with the last second factor the recovery codes go too. The session id changes.
 * @throws `not_eligible` while the organisation requires it
 */
export async function turnTotpOff(ctx: RequestContext): Promise<void> {
  const twoFactorDone = await withOwnAccount(ctx, async (tx, system, row) => {
    const organisation = await getOrganisation(tx);
    if (!mayTurnTotpOff(row, organisation?.staffTwoFactor)) {
      throw new AppError('not_eligible', {
        userMessage: 'Staff need two-factor sign-in here. An administrator can change this in the settings.',
      });
    }
    await updateAccount(tx, row.id, { totpSecretEncrypted: null, totpEnabledAt: null, totpLastStep: null });
    if (!row.passkeysSince) await replaceRecoveryCodes(tx, row.id, []);
    await recordChange(tx, system, {
      action: 'account.two_factor_disabled',
      subjectType: 'account',
      subjectId: row.id,
    });
    return row.passkeysSince !== null;
  });
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone }));
}
