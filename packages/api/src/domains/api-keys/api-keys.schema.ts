import { apiScopes } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, textField } from '../../shared/fields.ts';

export const apiScope = z.enum(apiScopes);

export const listApiKeysInput = z.strictObject({}).optional();

export const apiKeyRow = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});

export const apiKeyList = z.array(apiKeyRow);

export const createApiKeyInput = z.strictObject({
  /** Names the system that uses the key; its patients' and orders' ids are remembered under this name. */
  name: textField('A name', 80),
  scopes: z.array(apiScope).min(1, 'Choose what the key may do.'),
});

/** Shown once: neither secret can be read again. */
export const createdApiKey = z.object({ id: z.string(), key: z.string(), signingSecret: z.string() });

export const revokeApiKeyInput = z.strictObject({ id: idField });
