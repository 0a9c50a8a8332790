import { claimTotpStep, getAccount, getOrganisation, updateAccount } from '../../auth/accounts.queries.ts';
import type { Principal } from '../../auth/sessions.ts';
import { notedStep } from '../../auth/sign-ins.ts';
import { signInPerAccount } from '../../auth/throttle.ts';
import { newTotpSecret, totpStep, totpUri } from '../../auth/totp.ts';
import { elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { requirePrincipal } from './account/own-account.ts';
import { issueRecoveryCodes } from './account/recovery-codes.ts';

/** Makes a secret for an authenticator app; it counts once a code from it was entered. */
export async function startTotpEnrolment(ctx: RequestContext): Promise<{ secret: string; uri: string }> {
  const principal = requirePrincipal(ctx);
  requireNoSecondFactor(principal);
  const secret = newTotpSecret();
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    await updateAccount(tx, principal.accountId, { totpSecretEncrypted: ctx.vault.encrypt(secret) });
    const organisation = await getOrganisation(tx);
    return {
      secret,
      uri: totpUri({ secret, email: principal.email, issuer: organisation?.name ?? 'Goodword' }),
    };
  });
}

function requireNoSecondFactor({ totpEnabled, secondFactor }: Principal): void {
  if (secondFactor === 'code_needed') {
    // With a passkey only, a password alone must not lead to a new factor.
    throw new AppError('second_factor_needed', { userMessage: 'Finish signing in first.' });
  }
  if (!totpEnabled) return;
  throw new AppError('already_exists', { userMessage: 'Two-factor sign-in is already on for this account.' });
}

/**
 * Turns two-factor sign-in on with the first code, and counts this session as confirmed.
 * @returns one-time codes for the day the device is lost
 */
export async function finishTotpEnrolment(ctx: RequestContext, code: string): Promise<string[]> {
  const principal = requirePrincipal(ctx);
  requireNoSecondFactor(principal);
  const codes = await takeCode(ctx, principal, code, 'enrol');
  ctx.setCookie(await ctx.sessions.confirmSecondFactor(ctx.cookieHeader));
  return codes;
}

/** The second step of signing in. The session id changes with it. */
export async function confirmCode(ctx: RequestContext, code: string): Promise<void> {
  const principal = requirePrincipal(ctx);
  const { accountId } = principal;
  await notedStep(ctx, { accountId, method: 'totp' }, () => takeCode(ctx, principal, code, 'confirm'));
  ctx.setCookie(await ctx.sessions.confirmSecondFactor(ctx.cookieHeader));
}

async function takeCode(
  ctx: RequestContext,
  principal: Principal,
  code: string,
  purpose: 'enrol' | 'confirm',
): Promise<string[]> {
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('second-factor', principal.accountId));
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const account = await getAccount(tx, principal.accountId);
    const secret = account?.totpSecretEncrypted ? ctx.vault.decrypt(account.totpSecretEncrypted) : null;
    const step = secret ? totpStep({ secret, code, now: ctx.clock.now() }) : null;
    if (step === null || !(await claimTotpStep(tx, principal.accountId, step))) {
      throw new AppError('invalid_input', {
        userMessage: 'This code is not right or was used before. Wait for the next one and try again.',
        fields: { code: 'Enter the newest code.' },
      });
    }
    if (purpose === 'confirm') return [];
    await updateAccount(tx, principal.accountId, { totpEnabledAt: ctx.clock.now() });
    await recordChange(tx, system, {
      action: 'account.two_factor_enabled',
      subjectType: 'account',
      subjectId: principal.accountId,
    });
    return issueRecoveryCodes(tx, system, principal.accountId);
  });
}
