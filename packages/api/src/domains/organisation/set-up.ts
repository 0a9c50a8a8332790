import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { countStaff, insertAccount } from '../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../auth/breached.ts';
import { hashPassword } from '../../auth/password.ts';
import { noteSignIn } from '../../auth/sign-ins.ts';
import { publicFormPerAddress } from '../../auth/throttle.ts';
import { consumeToken, issueToken, linkInvalid, readToken } from '../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { updateOrganisation } from '../identity/index.ts';
import type { finishSetupInput } from './organisation.schema.ts';

/** The one organisation is what a set-up link is about. */
const SUBJECT = 'org';

/**
 * A link for the first administrator of an installation nobody can sign in to yet; an earlier one stops working.
 * @returns null once there is staff: from then on colleagues are invited in the app
 */
export async function issueSetupLink(ctx: Context): Promise<string | null> {
  return inScope(ctx, async (tx) => {
    if ((await countStaff(tx)) > 0) return null;
    const secret = await issueToken(tx, ctx, { purpose: 'set_up', subjectId: SUBJECT });
    return `${ctx.urls.admin}/setup/${secret}`;
  });
}

/** Whether the link opens the form. @throws `link_invalid` */
export async function readSetup(ctx: RequestContext, token: string): Promise<void> {
  // Elevated: the link, printed on the operator's terminal, is the credential.
  await inScope(elevated(ctx), (tx) => requireUnused(tx, ctx, token));
}

/**
 * Names the organisation and makes its first administrator, once.
 * @throws `link_invalid`, `invalid_input` (password), `rate_limited`
 */
export async function finishSetup(
  ctx: RequestContext,
  input: z.infer<typeof finishSetupInput>,
): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  await readSetup(ctx, input.token);
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);
  const now = ctx.clock.now();
  const id = newId('account', now);
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  await inScope(system, async (tx) => {
    await consumeToken(tx, system, 'set_up', input.token);
    if ((await countStaff(tx)) > 0) throw linkInvalid();
    const { name, timeZone, currency, patientWord, postalAddress } = input;
    await updateOrganisation(tx, { name, timeZone, currency, patientWord, postalAddress });
    await insertAccount(tx, {
      id,
      audience: 'staff',
      email: input.adminEmail,
      emailNormalised: normaliseEmail(input.adminEmail),
      name: input.adminName,
      passwordHash,
      staffRole: 'admin',
      emailVerifiedAt: now,
      createdAt: now,
    });
    await recordChange(tx, system, {
      action: 'organisation.set_up',
      subjectType: 'organisation',
      subjectId: SUBJECT,
      fields: ['name', 'timeZone', 'currency', 'patientWord', 'postalAddress'],
    });
    await recordChange(tx, system, { action: 'account.joined', subjectType: 'account', subjectId: id });
  });
  await noteSignIn(ctx, { accountId: id, outcome: 'signed_in', method: 'link' });
  ctx.setCookie(await ctx.sessions.open({ id, passwordHash }, { twoFactorDone: false }));
}

async function requireUnused(tx: Tx, ctx: Context, token: string): Promise<void> {
  await readToken(tx, ctx, 'set_up', token);
  if ((await countStaff(tx)) > 0) throw linkInvalid();
}
