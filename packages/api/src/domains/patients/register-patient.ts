import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { findAccount, insertAccount, lockAccount, updateAccount } from '../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../auth/breached.ts';
import { hashPassword } from '../../auth/password.ts';
import { type Limit, publicFormPerAddress } from '../../auth/throttle.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { insertClient } from '../clients/index.ts';
import { findFriendLink } from '../programs/index.ts';
import type { registerPatientInput } from './patients.schema.ts';

/** Letters one address can be sent by registering it again and again. */
const registrationsPerEmail: Limit = { name: 'register-email', points: 5, perSeconds: 3600 };

interface Registration {
  name: string;
  email: string;
  emailNormalised: string;
  passwordHash: string;
  linkId: string | null;
}

/**
 * Opens an account that counts once its e-mail is verified. Known and new addresses take the same time and get the same
 * answer; what differs is the message that goes to the address. Until then the account owns a client record without an
 * address, so that nobody reaches somebody else's record by typing their e-mail.
 * @throws `rate_limited`, `invalid_input` (password)
 */
export async function registerPatient(
  ctx: RequestContext,
  input: z.infer<typeof registerPatientInput>,
): Promise<void> {
  const emailNormalised = normaliseEmail(input.email);
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  await ctx.throttle.take(registrationsPerEmail, ctx.vault.keyedHash('register', emailNormalised));
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);

  // A visitor has no scope: nothing of what is read here leaves.
  const system: Context = { ...elevated(ctx), actor: { type: 'visitor' } };
  const attempt = () =>
    inScope(system, async (tx) => {
      const link = input.code ? await findFriendLink(tx, input.code) : undefined;
      const { name, email } = input;
      await register(tx, system, {
        name,
        email,
        emailNormalised,
        passwordHash,
        linkId: link?.link.id ?? null,
      });
    });
  try {
    await attempt();
  } catch (error) {
    // Two registrations of one address at once: the second finds the first.
    if (!violates(error, 'accounts_audience_email')) throw error;
    await attempt();
  }
}

async function register(tx: Tx, ctx: Context, registration: Registration): Promise<void> {
  const { name, email, emailNormalised, passwordHash, linkId } = registration;
  const known = await findAccount(tx, { audience: 'patient', emailNormalised });
  // Locked before it is judged: a proof of the address at the same moment comes first or finds this registration.
  const account = known && (await lockAccount(tx, known.id));
  if (account?.emailVerifiedAt) {
    await recordChange(tx, ctx, {
      action: 'patient.registered_again',
      subjectType: 'account',
      subjectId: account.id,
    });
    return;
  }
  if (account) {
    // Nobody has proved to own the address yet: the latest registration is the one that counts, from its own moment and
    // with its own link or none. An earlier one may be a stranger's, planted with the stranger's link.
    await updateAccount(tx, account.id, {
      name,
      email,
      passwordHash,
      registeredLinkId: linkId,
      createdAt: ctx.clock.now(),
    });
  }
  const accountId = account?.id ?? (await open(tx, ctx, registration));
  await recordChange(tx, ctx, {
    action: 'patient.registered',
    subjectType: 'account',
    subjectId: accountId,
    payload: { linkId },
  });
}

async function open(tx: Tx, ctx: Context, registration: Registration): Promise<string> {
  const now = ctx.clock.now();
  const accountId = newId('account', now);
  const clientId = newId('client', now);
  await insertClient(tx, { id: clientId, name: registration.name, locale: 'en', createdAt: now });
  await insertAccount(tx, {
    id: accountId,
    audience: 'patient',
    clientId,
    name: registration.name,
    email: registration.email,
    emailNormalised: registration.emailNormalised,
    passwordHash: registration.passwordHash,
    registeredLinkId: registration.linkId,
    createdAt: now,
  });
  return accountId;
}
