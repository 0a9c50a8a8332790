import type { AccountAudience } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { type DescribedNotification, describeNotifications } from './describe-notifications.ts';
import {
  countUnread,
  hasNotification,
  listNotifications,
  markRead,
  markUnread,
  tellInboxChanged,
} from './inbox.queries.ts';
import type { inboxOverview, listNotificationsInput } from './inbox.schema.ts';

const IN_THE_BELL = 8;

/** One page of the person's own notifications, newest first. */
export async function listInbox(
  ctx: Context,
  input: z.infer<typeof listNotificationsInput>,
): Promise<Page<DescribedNotification>> {
  return inScope(ctx, async (tx) => {
    const rows = await listNotifications(tx, {
      accountId: accountIdOf(ctx),
      unreadOnly: input.unreadOnly,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, (row) => ({ value: row.occurredAt.toISOString(), id: row.id }));
    return { ...page, rows: await describeNotifications(tx, audienceOf(ctx), page.rows) };
  });
}

/** What the bell shows. */
export async function readOverview(ctx: Context): Promise<z.infer<typeof inboxOverview>> {
  return inScope(ctx, async (tx) => {
    const accountId = accountIdOf(ctx);
    const [unread, rows] = await Promise.all([
      countUnread(tx, accountId),
      listNotifications(tx, { accountId, unreadOnly: false, after: null, limit: IN_THE_BELL }),
    ]);
    return { unread, newest: await describeNotifications(tx, audienceOf(ctx), rows) };
  });
}

/**
 * Marks one as read; a second time changes nothing.
 * @returns when it was read, which takes it back; null when it was read before
 * @throws `not_found` for one of somebody else
 */
export async function markNotificationRead(ctx: Context, id: string): Promise<Date | null> {
  const accountId = accountIdOf(ctx);
  const readAt = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    if (!(await hasNotification(tx, { accountId, id }))) throw notFound('notification');
    const marked = await markRead(tx, { accountId, id, readAt });
    if (marked === 0) return null;
    await tellInboxChanged(tx, change(ctx));
    return readAt;
  });
}

/** Marks everything up to a moment as read; returns how many that were, and when. */
export async function markInboxRead(
  ctx: Context,
  upTo: Date,
): Promise<{ marked: number; readAt: Date | null }> {
  const readAt = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const marked = await markRead(tx, { accountId: accountIdOf(ctx), upTo, readAt });
    if (marked === 0) return { marked, readAt: null };
    await tellInboxChanged(tx, change(ctx));
    return { marked, readAt };
  });
}

/** Takes a reading back: what it made read is unread again, and nothing else. A second time changes nothing. */
export async function takeReadingBack(ctx: Context, readAt: Date): Promise<number> {
  return inScope(ctx, async (tx) => {
    const marked = await markUnread(tx, { accountId: accountIdOf(ctx), readAt });
    if (marked > 0) await tellInboxChanged(tx, change(ctx));
    return marked;
  });
}

/** The other tabs and devices of the person follow. */
function change(ctx: Context) {
  return { accountIds: [accountIdOf(ctx)], occurredAt: ctx.clock.now(), requestId: ctx.requestId };
}

function audienceOf({ scope }: Context): AccountAudience {
  const { audience } = scope;
  invariant(
    audience === 'staff' || audience === 'partner' || audience === 'patient',
    'an inbox belongs to somebody who signed in',
  );
  return audience;
}
