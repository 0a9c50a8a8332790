import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { changeLogo, readLogoFile } from './change-logo.ts';
import { changeOrganisation } from './change-organisation.ts';
import {
  changeLogoInput,
  finishSetupInput,
  logoInput,
  logoOutput,
  setupInput,
  updateOrganisationInput,
} from './organisation.schema.ts';
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

  changeLogo: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage' })
    .input(changeLogoInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeLogo(ctx, input.file);
      return null;
    }),

  logo: procedure
    .meta({ audiences: ['staff', 'partner', 'patient'], permission: 'public' })
    .input(logoInput)
    .output(logoOutput)
    .query(({ ctx, input }) => readLogoFile(ctx, input.hash)),

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
