import { z } from 'zod';
import { invariant } from '../../shared/errors.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { chooseChannel, chooseDigest, readSettings } from './change-settings.ts';
import {
  chooseChannelInput,
  chooseDigestInput,
  inboxOverview,
  listNotificationsInput,
  markAllReadInput,
  markReadInput,
  notificationPage,
  notificationSettings,
  readingOutput,
  takeReadingBackInput,
} from './inbox.schema.ts';
import {
  listInbox,
  markInboxRead,
  markNotificationRead,
  readOverview,
  takeReadingBack,
} from './read-inbox.ts';

/** One's own inbox: the same procedures in all three apps. */
const own = procedure.meta({ audiences: ['staff', 'partner', 'patient'], permission: 'account.self' });

export const inboxRouter = router({
  overview: own
    .input(z.strictObject({}).optional())
    .output(inboxOverview)
    .query(({ ctx }) => readOverview(ctx)),

  list: own
    .input(listNotificationsInput)
    .output(notificationPage)
    .query(({ ctx, input }) => listInbox(ctx, input)),

  markRead: own
    .input(markReadInput)
    .output(readingOutput)
    .mutation(async ({ ctx, input }) => ({ readAt: await markNotificationRead(ctx, input.id) })),

  markAllRead: own
    .input(markAllReadInput)
    .output(readingOutput.extend({ marked: z.number() }))
    .mutation(({ ctx, input }) => markInboxRead(ctx, input.upTo)),

  takeReadingBack: own
    .input(takeReadingBackInput)
    .output(z.object({ marked: z.number() }))
    .mutation(async ({ ctx, input }) => ({ marked: await takeReadingBack(ctx, input.readAt) })),

  settings: own
    .input(z.strictObject({}).optional())
    .output(notificationSettings)
    .query(({ ctx }) => {
      invariant(ctx.principal, 'settings belong to somebody who signed in');
      return readSettings(ctx, ctx.principal);
    }),

  chooseChannel: own
    .input(chooseChannelInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      invariant(ctx.principal, 'settings belong to somebody who signed in');
      await chooseChannel(ctx, ctx.principal, input);
      return null;
    }),

  chooseDigest: own
    .input(chooseDigestInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await chooseDigest(ctx, input);
      return null;
    }),
});
