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
} from './inbox.schema.ts';
import { listInbox, markInboxRead, markNotificationRead, readOverview } from './read-inbox.ts';

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
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await markNotificationRead(ctx, input.id);
      return null;
    }),

  markAllRead: own
    .input(markAllReadInput)
    .output(z.object({ marked: z.number() }))
    .mutation(async ({ ctx, input }) => ({ marked: await markInboxRead(ctx, input.upTo) })),

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
