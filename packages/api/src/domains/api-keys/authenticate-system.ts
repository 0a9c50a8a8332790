import type { ApiScope } from '@goodword/db/vocabulary';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { hashSecret } from '../../platform/vault.ts';
import { AppError } from '../../shared/errors.ts';
import { type ApiKeyRow, findLiveApiKey, noteUse } from './api-keys.queries.ts';
import { type SignedRequest, signatureProblem } from './signature.ts';

/** How often the moment of the last use is written down. */
const USE_NOTED_EVERY_MS = 60_000;

export interface SystemRequest extends SignedRequest {
  /** `authorization` */
  authorization: string | undefined;
}

export interface SystemKey {
  id: string;
  /** Names the other system in (source, external id) pairs. A new key of the same name speaks for the same system. */
  source: string;
}

/**
 * Who calls: a key that is known, not revoked, ours, holds the scope, and signed this very body just now.
 * @throws `unauthenticated`, `forbidden`
 */
export async function authenticateSystem(
  ctx: Context,
  request: SystemRequest,
  scope: ApiScope,
): Promise<SystemKey> {
  const secret = /^Bearer (gw_live_[0-9a-z]{32})$/.exec(request.authorization ?? '')?.[1];
  const key = secret ? await inScope(ctx, (tx) => findLiveApiKey(tx, hashSecret(secret))) : undefined;
  if (!key || key.partnerId) {
    throw new AppError('unauthenticated', {
      userMessage: 'This API key is not known or was revoked. Send "authorization: Bearer gw_live_…".',
    });
  }
  const problem = signatureProblem(ctx.vault.decrypt(key.signingSecretEncrypted), request, ctx.clock.now());
  if (problem) throw new AppError('unauthenticated', { userMessage: problemWords[problem] });
  if (!key.scopes.includes(scope)) {
    throw new AppError('forbidden', {
      userMessage: `This key lacks the scope ${scope}. Create one that has it.`,
    });
  }
  await rememberUse(ctx, key);
  return { id: key.id, source: key.name };
}

const problemWords = {
  missing: 'Sign the request: webhook-id, webhook-timestamp and webhook-signature are needed.',
  too_old: 'The signature is more than five minutes old or ahead. Check the clock and sign again.',
  wrong: 'The signature does not fit this body. Sign the exact bytes you send with the key’s signing secret.',
};

async function rememberUse(ctx: Context, key: ApiKeyRow): Promise<void> {
  const now = ctx.clock.now();
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < USE_NOTED_EVERY_MS) return;
  // The edge may read keys but not write them; the key just proved itself.
  await inScope(elevated(ctx), (tx) => noteUse(tx, key.id, now));
}
