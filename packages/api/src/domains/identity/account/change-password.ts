import type { z } from 'zod';
import { hasSecondFactor } from '../../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../../auth/breached.ts';
import { hashPassword } from '../../../auth/password.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import type { changePasswordInput } from './account.schema.ts';
import { requireOwnPassword, withOwnAccount } from './own-account.ts';
import { replacePassword } from './replace-password.ts';

/**
 * Sets a new password for whoever knows the present one. All sessions end; this browser gets a new one.
 * @throws `invalid_input` (current, password), `rate_limited`
 */
export async function changePassword(
  ctx: RequestContext,
  input: z.infer<typeof changePasswordInput>,
): Promise<void> {
  await requireOwnPassword(ctx, input.current, 'current');
  if (input.password === input.current) {
    const message = 'This is the password you have. Choose a new one.';
    throw new AppError('invalid_input', { userMessage: message, fields: { password: message } });
  }
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);
  const account = await withOwnAccount(ctx, async (tx, system, row) => {
    await replacePassword(tx, system, row, { passwordHash, action: 'account.password_changed' });
    return { id: row.id, passwordHash, twoFactorDone: hasSecondFactor(row) };
  });
  ctx.setCookie(await ctx.sessions.open(account, { twoFactorDone: account.twoFactorDone }));
}

/**
 * The caller proves once more who they are; sensitive acts are open for a few minutes.
 * @throws `invalid_input` (password), `rate_limited`
 */
export async function confirmIdentity(ctx: RequestContext, password: string): Promise<void> {
  await requireOwnPassword(ctx, password, 'password');
  await ctx.sessions.confirm(ctx.cookieHeader);
}
