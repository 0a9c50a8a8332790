import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { removeView, renameView, setDefaultView, setDensity } from './change-view.ts';
import { readViews } from './read-views.ts';
import { saveView } from './save-view.ts';
import {
  listViewsInput,
  listViewsOutput,
  removeViewInput,
  renameViewInput,
  saveViewInput,
  setDefaultViewInput,
  setDensityInput,
  viewIdOutput,
} from './views.schema.ts';

const self = procedure.meta({ audiences: ['staff', 'partner'], permission: 'account.self' });

/** What a person keeps of the lists they work with. */
export const viewsRouter = router({
  list: self
    .input(listViewsInput)
    .output(listViewsOutput)
    .query(({ ctx, input }) => readViews(ctx, input.list)),

  save: self
    .input(saveViewInput)
    .output(viewIdOutput)
    .mutation(({ ctx, input }) => saveView(ctx, input)),

  rename: self
    .input(renameViewInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await renameView(ctx, input);
      return null;
    }),

  setDefault: self
    .input(setDefaultViewInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setDefaultView(ctx, input);
      return null;
    }),

  remove: self
    .input(removeViewInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await removeView(ctx, input.id);
      return null;
    }),

  setDensity: self
    .input(setDensityInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setDensity(ctx, input.density);
      return null;
    }),
});
