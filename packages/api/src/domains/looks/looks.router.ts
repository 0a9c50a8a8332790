import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { leaveLook, noteLookExport } from './end-look.ts';
import { enterLook, readOffer } from './enter-look.ts';
import {
  lookLinkInput,
  lookOffer,
  noteLookExportInput,
  openedLook,
  openLookInput,
  ownLooks,
} from './looks.schema.ts';
import { openLook } from './open-look.ts';
import { readOwnLooks } from './read-looks.ts';

const none = z.strictObject({}).optional();

/** A look at the portal of a partner: asked for in the admin app, carried over by an address that works once. */
export const looksRouter = router({
  open: procedure
    .meta({ audiences: ['staff'], permission: 'partners.view_as', confirmed: true })
    .input(openLookInput)
    .output(openedLook)
    .mutation(({ ctx, input }) => openLook(ctx, input)),

  offer: procedure
    .meta({ audiences: ['partner'], permission: 'public' })
    .input(lookLinkInput)
    .output(lookOffer)
    .query(({ ctx, input }) => readOffer(ctx, input.token)),

  enter: procedure
    .meta({ audiences: ['partner'], permission: 'public', inLook: true })
    .input(lookLinkInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await enterLook(ctx, input.token);
      return null;
    }),

  noteExport: procedure
    .meta({ audiences: ['partner'], permission: 'portal.look', inLook: true })
    .input(noteLookExportInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await noteLookExport(ctx, input.list);
      return null;
    }),

  leave: procedure
    .meta({ audiences: ['partner'], permission: 'portal.look', inLook: true })
    .input(none)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await leaveLook(ctx);
      return null;
    }),

  mine: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(none)
    .output(ownLooks)
    .query(({ ctx }) => readOwnLooks(ctx)),
});
