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
  for (const purpose of purposes) {
    const row = await findToken(tx, purpose, hashSecret(secret));
    if (row && row.expiresAt > ctx.clock.now()) return row;
  }
  throw new AppError('link_invalid', {
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
