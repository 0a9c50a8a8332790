import type { Tx } from '@goodword/db';
import type { TokenPurpose } from '@goodword/db/vocabulary';
import type { Context } from '../platform/context.ts';
import { hashSecret } from '../platform/vault.ts';
import { addHours } from '../shared/clock.ts';
import { AppError } from '../shared/errors.ts';
import { newId, newSecret } from '../shared/id.ts';
import { expireTokensOf, findToken, insertToken, type TokenRow, useToken } from './tokens.queries.ts';

const hoursValid: Record<TokenPurpose, number> = {
  accept_invitation: 24 * 14,
  verify_email: 24 * 2,
  // As long as an unconfirmed referral is kept.
  confirm_referral: 24 * 30,
  lead_intake: 24 * 14,
  manage_consent: 24 * 365,
  decline_invite: 24 * 365,
  reset_password: 1,
  change_email: 24,
  join_team: 24 * 7,
  application_draft: 24 * 14,
  continue_application: 24 * 14,
  confirm_application: 24 * 7,
  set_up: 24 * 7,
  unsubscribe: 24 * 365,
  // Handed from one tab to the next.
  enter_look: 1 / 60,
};

export interface TokenSubject {
  purpose: TokenPurpose;
  subjectId: string;
  partnerId?: string;
  clientId?: string;
}

/** Each mail has a link of its own, and the one in an old mail goes on working. */
const staysValid: readonly TokenPurpose[] = ['unsubscribe'];

/**
 * Makes a link secret for a subject; but for a few purposes an earlier one stops working. Only its hash is stored.
 */
export async function issueToken(tx: Tx, ctx: Context, subject: TokenSubject): Promise<string> {
  const now = ctx.clock.now();
  const secret = newSecret();
  if (!staysValid.includes(subject.purpose)) await expireTokensOf(tx, subject, now);
  await insertToken(tx, {
    id: newId('token', now),
    hash: hashSecret(secret),
    purpose: subject.purpose,
    subjectId: subject.subjectId,
    partnerId: subject.partnerId ?? null,
    clientId: subject.clientId ?? null,
    createdAt: now,
    expiresAt: addHours(now, hoursValid[subject.purpose]),
  });
  return secret;
}

/**
 * Looks at a link without using it up, for the page behind it.
 * @throws `link_invalid` when it is unknown, used or expired; the three answer alike
 */
export async function readToken(
  tx: Tx,
  ctx: Context,
  purpose: TokenPurpose,
  secret: string,
): Promise<TokenRow> {
  const row = await findToken(tx, purpose, hashSecret(secret));
  if (!row || row.usedAt || row.expiresAt <= ctx.clock.now()) throw linkInvalid();
  return row;
}

/**
 * Uses a link up. Of several at once exactly one wins.
 * @throws `link_invalid`
 */
export async function consumeToken(
  tx: Tx,
  ctx: Context,
  purpose: TokenPurpose,
  secret: string,
): Promise<TokenRow> {
  const row = await useToken(tx, purpose, hashSecret(secret), ctx.clock.now());
  if (!row) throw linkInvalid();
  return row;
}

/** The one answer to an unknown, used and expired link. */
export function linkInvalid(): AppError {
  return new AppError('link_invalid', {
    userMessage:
      'This link was used before or is too old. Ask for a new one, or sign in if you already have an account.',
  });
}
