import {
  type AccountRow,
  claimTotpStep,
  getOrganisation,
  updateAccount,
} from '../../auth/accounts.queries.ts';
import { notedStep } from '../../auth/sign-ins.ts';
import { signInPerAccount } from '../../auth/throttle.ts';
import { newTotpSecret, totpStep, totpUri } from '../../auth/totp.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { requirePrincipal, withOwnAccount } from './account/own-account.ts';
import { issueRecoveryCodes } from './account/recovery-codes.ts';

/** Makes a secret for an authenticator app; it counts once a code from it was entered. */
export async function startTotpEnrolment(ctx: RequestContext): Promise<{ secret: string; uri: string }> {
  requireSignedIn(ctx);
  const secret = newTotpSecret();
  return withOwnAccount(ctx, async (tx, _system, account) => {
    requireNoTotp(account);
    await updateAccount(tx, account.id, { totpSecretEncrypted: ctx.vault.encrypt(secret) });
    const organisation = await getOrganisation(tx);
    return {
      secret,
      uri: totpUri({ secret, email: account.email, issuer: organisation?.name ?? 'Goodword' }),
    };
  });
}

/** With a passkey only, a password alone must not lead to a new factor. */
function requireSignedIn(ctx: RequestContext): void {
  if (requirePrincipal(ctx).secondFactor !== 'code_needed') return;
  throw new AppError('second_factor_needed', { userMessage: 'Finish signing in first.' });
}

function requireNoTotp({ totpEnabledAt }: AccountRow): void {
  if (!totpEnabledAt) return;
  throw new AppError('already_exists', { userMessage: 'Two-factor sign-in is already on for this account.' });
}

/**
 * Turns two-factor sign-in on with the first code; this session has done its second step with it, and its id changes.
 * @returns one-time codes for the day the device is lost
 */
export async function finishTotpEnrolment(ctx: RequestContext, code: string): Promise<string[]> {
  requireSignedIn(ctx);
  const codes = await takeCode(ctx, code, 'enrol');
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone: true }));
  return codes;
}

/** The second step of signing in. The session id changes with it. */
export async function confirmCode(ctx: RequestContext, code: string): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await notedStep(ctx, { accountId, method: 'totp' }, () => takeCode(ctx, code, 'confirm'));
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone: true }));
}

async function takeCode(ctx: RequestContext, code: string, purpose: 'enrol' | 'confirm'): Promise<string[]> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('second-factor', accountId));
  return withOwnAccount(ctx, async (tx, system, account) => {
    if (purpose === 'enrol') requireNoTotp(account);
    const secret = purpose === 'enrol' || account.totpEnabledAt ? account.totpSecretEncrypted : null;
    const step = secret ? totpStep({ secret: ctx.vault.decrypt(secret), code, now: ctx.clock.now() }) : null;
    if (step === null || !(await claimTotpStep(tx, accountId, step))) {
      throw new AppError('invalid_input', {
        userMessage: 'This code is not right or was used before. Wait for the next one and try again.',
        fields: { code: 'Enter the newest code.' },
      });
    }
    if (purpose === 'confirm') return [];
    await updateAccount(tx, accountId, { totpEnabledAt: ctx.clock.now() });
    await recordChange(tx, system, {
      action: 'account.two_factor_enabled',
      subjectType: 'account',
      subjectId: accountId,
    });
    return issueRecoveryCodes(tx, system, accountId);
  });
}
