import type { Tx } from '@goodword/db';
import type { TokenPurpose } from '@goodword/db/vocabulary';
import type { Context } from '../platform/context.ts';
import { hashSecret } from '../platform/vault.ts';
import { AppError } from '../shared/errors.ts';
import { endTokensOfClient, expireTokensOf, findToken, type TokenRow } from './tokens.queries.ts';

/**
 * Recognises a link that we sent, used up or not. For what a link must allow for as long as it lives: opting out,
 * managing consent, and telling the holder that the step behind it is done.
 * @throws `link_invalid` when it is unknown or expired
 */
export async function recogniseToken(
  tx: Tx,
  ctx: Context,
  purposes: readonly TokenPurpose[],
  secret: string,
): Promise<TokenRow> {
  const row = await recogniseOldToken(tx, purposes, secret);
  if (row.expiresAt <= ctx.clock.now()) throw linkUnknown();
  return row;
}

/**
 * The same however old the link is. For what its holder can ask of us as long as we hold their data; the caller checks
 * that we still do.
 * @throws `link_invalid` when it is unknown
 */
export async function recogniseOldToken(
  tx: Tx,
  purposes: readonly TokenPurpose[],
  secret: string,
): Promise<TokenRow> {
  for (const purpose of purposes) {
    const row = await findToken(tx, purpose, hashSecret(secret));
    if (row) return row;
  }
  throw linkUnknown();
}

/** The one answer to a link that we do not know and to one that is over. */
export function linkUnknown(): AppError {
  return new AppError('link_invalid', {
    userMessage: 'This link is not known or too old. Use the newest message from us, or write to us.',
  });
}

/** No link of these purposes for this subject works for its single use any more. */
export async function retireTokens(
  tx: Tx,
  ctx: Context,
  purposes: readonly TokenPurpose[],
  subjectId: string,
): Promise<void> {
  for (const purpose of purposes) await expireTokensOf(tx, { purpose, subjectId }, ctx.clock.now());
}

/** No link of this purpose that a client was sent is recognised any more. */
export async function endLinksOfClient(
  tx: Tx,
  ctx: Context,
  purpose: TokenPurpose,
  clientId: string,
): Promise<void> {
  await endTokensOfClient(tx, { purpose, clientId }, ctx.clock.now());
}
