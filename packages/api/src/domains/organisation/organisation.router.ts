import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { changeOrganisation } from './change-organisation.ts';
import { finishSetupInput, setupInput, updateOrganisationInput } from './organisation.schema.ts';
import { finishSetup, readSetup } from './set-up.ts';

export const organisationRouter = router({
  update: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage' })
    .input(updateOrganisationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeOrganisation(ctx, input);
      return null;
    }),

  readSetup: procedure
    .meta({ audiences: ['staff'], permission: 'public' })
    .input(setupInput)
    .output(z.null())
    .query(async ({ ctx, input }) => {
      await readSetup(ctx, input.token);
      return null;
    }),

  finishSetup: procedure
    .meta({ audiences: ['staff'], permission: 'public' })
    .input(finishSetupInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await finishSetup(ctx, input);
      return null;
    }),
});
