import { z } from 'zod';
import { procedure, router } from '../../../trpc/trpc.ts';
import { addOwnCredential, attachToCredential } from './add-credential.ts';
import {
  addOwnCredentialInput,
  attachToCredentialInput,
  credentialIdOutput,
  credentialPage,
  listCredentialsInput,
  refuseCredentialInput,
} from './credentials.schema.ts';
import { refuseCredential } from './decide-credential.ts';
import { readCredentials } from './read-credentials.ts';

export const credentialsRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'partners.read' })
    .input(listCredentialsInput)
    .output(credentialPage)
    .query(({ ctx, input }) => readCredentials(ctx, input)),

  refuse: procedure
    .meta({ audiences: ['staff'], permission: 'partners.manage' })
    .input(refuseCredentialInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await refuseCredential(ctx, input);
      return null;
    }),

  /** A partner gives its own. */
  add: procedure
    .meta({ audiences: ['partner'], permission: 'portal.own' })
    .input(addOwnCredentialInput)
    .output(credentialIdOutput)
    .mutation(({ ctx, input }) => addOwnCredential(ctx, input)),

  attach: procedure
    .meta({ audiences: ['partner'], permission: 'portal.own' })
    .input(attachToCredentialInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await attachToCredential(ctx, input);
      return null;
    }),
});
