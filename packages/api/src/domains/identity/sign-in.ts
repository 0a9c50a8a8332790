import type { z } from 'zod';
import { findAccount, getOrganisation, hasSecondFactor, partnerStatus } from '../../auth/accounts.queries.ts';
import { verifyPassword } from '../../auth/password.ts';
import type { SecondFactor } from '../../auth/sessions.ts';
import { noteSignIn, writeSignIn } from '../../auth/sign-ins.ts';
import { signInPerAccount, signInPerAddress } from '../../auth/throttle.ts';
import { elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import type { RequestContext } from '../../trpc/context.ts';
import type { signInInput } from './identity.schema.ts';

/**
 * Opens a session. An unknown address, a wrong password, a closed account and a terminated partner answer alike
 * and take the same time.
 * @throws `unauthenticated`, `rate_limited`
 */
export async function signIn(
  ctx: RequestContext,
  input: z.infer<typeof signInInput>,
): Promise<{ secondFactor: SecondFactor }> {
  const emailNormalised = normaliseEmail(input.email);
  await ctx.throttle.take(signInPerAddress, ctx.addressHash);
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('sign-in', `${ctx.app}:${emailNormalised}`));

  const system = elevated(ctx);
  const { account, status, organisation } = await inScope(system, async (tx) => {
    const found = await findAccount(tx, { audience: ctx.app, emailNormalised });
    return {
      account: found,
      status: found?.partnerId ? await partnerStatus(tx, found.partnerId) : undefined,
      organisation: await getOrganisation(tx),
    };
  });
  const passwordMatches = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account || !passwordMatches || account.disabledAt || status === 'terminated') {
    // Written for nobody too: an address without an account takes the same steps.
    await noteSignIn(ctx, {
      accountId: account?.id ?? newId('account', ctx.clock.now()),
      outcome: account && passwordMatches ? 'refused' : 'wrong_password',
      method: 'password',
    });
    throw new AppError('unauthenticated', {
      userMessage: 'The e-mail address or the password is not right. Check both and try again.',
    });
  }
  if (account.audience === 'patient' && !account.emailVerifiedAt) {
    // Only whoever knows the password reads this. Before the proof the account could be anybody's.
    throw new AppError('unauthenticated', {
      userMessage:
        'Confirm your e-mail address first: open the link we sent you. Register again to get a new one.',
    });
  }

  // What the browser was signed in as before ends here.
  await ctx.sessions.close(ctx.cookieHeader);
  ctx.setCookie(await ctx.sessions.open(account, { twoFactorDone: false }));
  await inScope(system, async (tx) => {
    await writeSignIn(tx, ctx, {
      accountId: account.id,
      outcome: hasSecondFactor(account) ? 'second_step_owed' : 'signed_in',
      method: 'password',
    });
    await recordChange(
      tx,
      { ...system, actor: { type: 'visitor' } },
      { action: 'account.signed_in', subjectType: 'account', subjectId: account.id },
    );
  });
  if (hasSecondFactor(account)) return { secondFactor: 'code_needed' };
  const mustEnrol = account.audience === 'staff' && organisation?.staffTwoFactor !== 'optional';
  return { secondFactor: mustEnrol ? 'enrolment_needed' : 'done' };
}
