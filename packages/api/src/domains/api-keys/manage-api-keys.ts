import { randomBytes } from 'node:crypto';
import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { hashSecret } from '../../platform/vault.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId, newSecret } from '../../shared/id.ts';
import { getApiKey, insertApiKey, revoke, revokeAllOfPartner } from './api-keys.queries.ts';
import type { createApiKeyInput, createdApiKey } from './api-keys.schema.ts';

/** Makes a key for a system of ours. The key is stored hashed, its signing secret encrypted; both are shown once. */
export async function createApiKey(
  ctx: Context,
  input: z.infer<typeof createApiKeyInput>,
): Promise<z.infer<typeof createdApiKey>> {
  const now = ctx.clock.now();
  const id = newId('apiKey', now);
  const key = `gw_live_${newSecret()}`;
  const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;
  await inScope(ctx, async (tx) => {
    await insertApiKey(tx, {
      id,
      name: input.name,
      keyHash: hashSecret(key),
      signingSecretEncrypted: ctx.vault.encrypt(signingSecret),
      scopes: [...new Set(input.scopes)],
      createdAt: now,
    });
    await recordChange(tx, ctx, { action: 'api_key.created', subjectType: 'api_key', subjectId: id });
  });
  return { id, key, signingSecret };
}

/** @throws `not_found`, `illegal_move` for a key that is revoked already */
export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    if (!(await getApiKey(tx, id))) throw notFound('API key');
    if (!(await revoke(tx, id, ctx.clock.now()))) {
      throw new AppError('illegal_move', { userMessage: 'This key was revoked before. Reload the list.' });
    }
    await recordChange(tx, ctx, { action: 'api_key.revoked', subjectType: 'api_key', subjectId: id });
  });
}

/** No key of this partner opens anything once the transaction is committed. */
export async function revokeKeysOfPartner(tx: Tx, ctx: Context, partnerId: string): Promise<void> {
  for (const id of await revokeAllOfPartner(tx, partnerId, ctx.clock.now())) {
    await recordChange(tx, ctx, { action: 'api_key.revoked', subjectType: 'api_key', subjectId: id });
  }
}
