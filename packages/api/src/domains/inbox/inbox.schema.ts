import { digestRhythms, notificationChannels, notificationKinds } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const listNotificationsInput = z.strictObject({
  ...pageInput,
  unreadOnly: z.boolean().default(false),
});

export const notificationItem = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  title: z.string(),
  detail: z.string().nullable(),
  /** Where it leads, within the app; null when the thing is not to be seen any more. */
  href: z.string().nullable(),
  occurredAt: z.date(),
  readAt: z.date().nullable(),
});

export const notificationPage = pageOf(notificationItem);

/** What the bell shows: how many are unread, and the newest. */
export const inboxOverview = z.object({ unread: z.number(), newest: z.array(notificationItem) });

export const markReadInput = z.strictObject({ id: idField });

/** Everything up to the newest one that was seen: what arrived meanwhile stays unread. */
export const markAllReadInput = z.strictObject({ upTo: z.date() });

/** When something was read: takes exactly that back. Null when there was nothing left to read. */
export const readingOutput = z.object({ readAt: z.date().nullable() });

export const takeReadingBackInput = z.strictObject({ readAt: z.date() });

export const notificationSettings = z.object({
  rhythm: z.enum(digestRhythms),
  kinds: z.array(
    z.object({
      kind: z.enum(notificationKinds),
      label: z.string(),
      group: z.string(),
      channels: z.record(z.enum(notificationChannels), z.boolean()),
      /** The mail cannot be switched off. */
      mailNeeded: z.boolean(),
    }),
  ),
});

export const chooseChannelInput = z.strictObject({
  kind: z.enum(notificationKinds),
  channel: z.enum(notificationChannels),
  enabled: z.boolean(),
});

export const chooseDigestInput = z.strictObject({ rhythm: z.enum(digestRhythms) });
