import type { Tx } from '@goodword/db';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  VerifyAuthenticationResponseOpts,
  VerifyRegistrationResponseOpts,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import {
  type AccountRow,
  getOrganisation,
  hasSecondFactor,
  setChallenge,
  takeChallenge,
  updateAccount,
  withoutUnfinishedTotp,
} from '../../../auth/accounts.queries.ts';
import { notedStep } from '../../../auth/sign-ins.ts';
import { signInPerAccount } from '../../../auth/throttle.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addMinutes } from '../../../shared/clock.ts';
import { AppError, notFound, violates } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
  notePasskeyUse,
  type PasskeyRow,
  replaceRecoveryCodes,
} from './account.queries.ts';
import type { addPasskeyInput, usePasskeyInput } from './account.schema.ts';
import { appUrl } from './app-url.ts';
import { requirePrincipal, withOwnAccount } from './own-account.ts';
import { mayLoseLastFactor } from './read-account.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';

/** Read when the first passkey is used: its certificates and parsers are a third of what a process would load. */
const webAuthn = () => import('@simplewebauthn/server');

/** How long a device may take to answer. */
const CHALLENGE_MINUTES = 5;
const MOST_PASSKEYS = 10;

/** A passkey belongs to the address of one app and works nowhere else. */
function relyingParty(ctx: RequestContext): { origin: string; id: string } {
  const { origin, hostname } = new URL(appUrl(ctx, ctx.app));
  return { origin, id: hostname };
}

function ownSessionId(ctx: RequestContext): string {
  const { sessionId } = requirePrincipal(ctx);
  if (sessionId) return sessionId;
  throw new AppError('not_eligible', { userMessage: 'Sign in with a browser to use passkeys.' });
}

/** What a challenge was given out for. One for signing in must not make a passkey: that takes a password of a moment ago. */
type Ceremony = 'make' | 'use';

async function remember(tx: Tx, ctx: RequestContext, ceremony: Ceremony, challenge: string): Promise<void> {
  await setChallenge(tx, ownSessionId(ctx), {
    challenge: `${ceremony}:${challenge}`,
    challengeEndsAt: addMinutes(ctx.clock.now(), CHALLENGE_MINUTES),
  });
}

/** The challenge counts once and for what it was given out for, whether the answer to it is right or wrong. */
async function takeOwnChallenge(ctx: RequestContext, ceremony: Ceremony): Promise<string> {
  const publicId = ownSessionId(ctx);
  // Elevated: the session named by the caller's own cookie.
  const kept = await inScope(elevated(ctx), (tx) => takeChallenge(tx, publicId, ctx.clock.now()));
  const [givenFor, challenge] = kept?.split(':') ?? [];
  if (givenFor !== ceremony || !challenge) throw refused();
  return challenge;
}

function refused(): AppError {
  return new AppError('invalid_input', {
    userMessage: 'The passkey was not accepted. Try again, or use another way to confirm that it is you.',
  });
}

/** What the device needs to make a passkey for the caller. @throws `capacity_reached` */
export async function startPasskey(ctx: RequestContext): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const party = relyingParty(ctx);
  return withOwnAccount(ctx, async (tx, _system, account) => {
    const known = await listPasskeys(tx, account.id);
    if (known.length >= MOST_PASSKEYS) {
      throw new AppError('capacity_reached', {
        userMessage: `An account has at most ${MOST_PASSKEYS} passkeys. Remove one that you no longer use.`,
      });
    }
    const organisation = await getOrganisation(tx);
    const { generateRegistrationOptions } = await webAuthn();
    const options = await generateRegistrationOptions({
      rpName: organisation?.name ?? 'Goodword',
      rpID: party.id,
      userName: account.email,
      userDisplayName: account.name,
      userID: new TextEncoder().encode(account.id),
      attestationType: 'none',
      excludeCredentials: known.map(toDescriptor),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    await remember(tx, ctx, 'make', options.challenge);
    return options;
  });
}

/**
 * Keeps the passkey that the device made. The first second factor of an account brings recovery codes with it.
 * @throws `invalid_input`, `already_exists`
 */
export async function addPasskey(
  ctx: RequestContext,
  { name, credential }: z.infer<typeof addPasskeyInput>,
): Promise<string[]> {
  const party = relyingParty(ctx);
  const { verifyRegistrationResponse } = await webAuthn();
  const made = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} } as RegistrationAnswer,
    expectedChallenge: await takeOwnChallenge(ctx, 'make'),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: false,
  }).catch((cause: unknown) => {
    throw Object.assign(refused(), { cause });
  });
  if (!made.verified) throw refused();
  const { id, publicKey, counter } = made.registrationInfo.credential;
  const codes = await withOwnAccount(ctx, async (tx, system, account) => {
    const now = ctx.clock.now();
    await insertPasskey(tx, {
      id: newId('passkey', now),
      accountId: account.id,
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: credential.response.transports ?? [],
      name,
      createdAt: now,
    });
    await updateAccount(tx, account.id, {
      ...withoutUnfinishedTotp(account),
      passkeysSince: account.passkeysSince ?? now,
    });
    await record(tx, system, account.id, 'account.passkey_added');
    return hasSecondFactor(account) ? [] : issueRecoveryCodes(tx, system, account.id);
  }).catch(explainKnownPasskey);
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone: true }));
  return codes;
}

type RegistrationAnswer = VerifyRegistrationResponseOpts['response'];
type AuthenticationAnswer = VerifyAuthenticationResponseOpts['response'];

/** Which second steps the caller has. For whoever is in the middle of signing in. */
export function readSecondFactors(ctx: RequestContext): Promise<{ totp: boolean; passkey: boolean }> {
  return withOwnAccount(ctx, async (_tx, _system, { totpEnabledAt, passkeysSince }) => ({
    totp: totpEnabledAt !== null,
    passkey: passkeysSince !== null,
  }));
}

/** What a device has to sign for the second step. @throws `not_eligible` without a passkey */
export async function startPasskeyCheck(ctx: RequestContext): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return withOwnAccount(ctx, async (tx, _system, account) => {
    const known = await listPasskeys(tx, account.id);
    if (known.length === 0) {
      throw new AppError('not_eligible', { userMessage: 'This account has no passkey. Use another way.' });
    }
    const { generateAuthenticationOptions } = await webAuthn();
    const options = await generateAuthenticationOptions({
      rpID: relyingParty(ctx).id,
      allowCredentials: known.map(toDescriptor),
      userVerification: 'preferred',
    });
    await remember(tx, ctx, 'use', options.challenge);
    return options;
  });
}

/**
 * The second step of signing in with a passkey. The session id changes.
 * @throws `invalid_input`, `rate_limited`
 */
export async function usePasskey(
  ctx: RequestContext,
  { credential }: z.infer<typeof usePasskeyInput>,
): Promise<void> {
  const { accountId } = requirePrincipal(ctx);
  await ctx.throttle.take(signInPerAccount, ctx.vault.keyedHash('second-factor', accountId));
  await notedStep(ctx, { accountId, method: 'passkey' }, () => checkPasskey(ctx, credential));
  ctx.setCookie(await ctx.sessions.renew(ctx.cookieHeader, { twoFactorDone: true }));
}

async function checkPasskey(
  ctx: RequestContext,
  credential: z.infer<typeof usePasskeyInput>['credential'],
): Promise<void> {
  const challenge = await takeOwnChallenge(ctx, 'use');
  const party = relyingParty(ctx);
  await withOwnAccount(ctx, async (tx, _system, account) => {
    const passkey = (await listPasskeys(tx, account.id)).find((row) => row.credentialId === credential.id);
    if (!passkey) throw refused();
    const { verifyAuthenticationResponse } = await webAuthn();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} } as AuthenticationAnswer,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: false,
    }).catch((cause: unknown) => {
      throw Object.assign(refused(), { cause });
    });
    if (!verified) throw refused();
    await notePasskeyUse(tx, passkey.id, {
      counter: authenticationInfo.newCounter,
      lastUsedAt: ctx.clock.now(),
    });
  });
}

/**
 * Forgets a passkey; with the last second factor the recovery codes go too.
 * @throws `not_found`, `not_eligible` while the organisation requires a second factor and this is the last
 */
export async function removePasskey(ctx: RequestContext, id: string): Promise<void> {
  await withOwnAccount(ctx, async (tx, system, account) => {
    if (!(await deletePasskey(tx, { id, accountId: account.id }))) throw notFound('passkey');
    const left = await listPasskeys(tx, account.id);
    if (left.length === 0) await loseLastPasskey(tx, account);
    await record(tx, system, account.id, 'account.passkey_removed');
  });
}

async function loseLastPasskey(tx: Tx, account: AccountRow): Promise<void> {
  const organisation = await getOrganisation(tx);
  if (!account.totpEnabledAt && !mayLoseLastFactor(account, organisation?.staffTwoFactor)) {
    throw new AppError('not_eligible', {
      userMessage: 'Staff need a second step at sign-in here. Set up another one before you remove this.',
    });
  }
  await updateAccount(tx, account.id, { passkeysSince: null });
  if (!account.totpEnabledAt) await replaceRecoveryCodes(tx, account.id, []);
}

function toDescriptor({ credentialId, transports }: PasskeyRow) {
  return { id: credentialId, transports };
}

function record(tx: Tx, ctx: Context, accountId: string, action: string): Promise<void> {
  return recordChange(tx, ctx, { action, subjectType: 'account', subjectId: accountId });
}

function explainKnownPasskey(error: unknown): never {
  if (!violates(error, 'passkeys_credential')) throw error;
  throw new AppError('already_exists', {
    userMessage: 'This device has a passkey here already.',
    cause: error,
  });
}
