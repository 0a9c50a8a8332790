import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { listApiKeys } from './api-keys.queries.ts';
import {
  apiKeyList,
  createApiKeyInput,
  createdApiKey,
  listApiKeysInput,
  revokeApiKeyInput,
} from './api-keys.schema.ts';
import { createApiKey, revokeApiKey } from './manage-api-keys.ts';

export const apiKeysRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'settings.read' })
    .input(listApiKeysInput)
    .output(apiKeyList)
    .query(({ ctx }) => inScope(ctx, listApiKeys)),

  /** The answer is the only place where key and signing secret ever appear. */
  create: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage', confirmed: true })
    .input(createApiKeyInput)
    .output(createdApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx, input)),

  revoke: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage' })
    .input(revokeApiKeyInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeApiKey(ctx, input.id);
      return null;
    }),
});
