import type { Tx } from '@goodword/db';
import type { EventPayload } from '@goodword/db/schema';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import type { Kind } from './catalogue.ts';
import { choicesOf, insertNotifications, tellInboxChanged } from './inbox.queries.ts';
import { channelsFor } from './inbox.ts';
import type { Reader } from './readers.queries.ts';

export interface News {
  kind: Kind;
  /** The same cause tells a person once. */
  cause: string;
  eventType: string;
  subjectId: string;
  payload: EventPayload;
  occurredAt: Date;
}

/**
 * Puts news into the inboxes of these people as each of them chose. Delivered twice, also at once, it changes nothing.
 * @returns those who want a mail about it
 */
export async function tell(tx: Tx, ctx: Context, readers: readonly Reader[], news: News): Promise<Reader[]> {
  const { kind, ...rest } = news;
  const now = ctx.clock.now();
  const choices = await choicesOf(
    tx,
    readers.map(({ accountId }) => accountId),
  );
  const wishes = readers.map((reader) => ({
    reader,
    channels: channelsFor(kind, choices.get(reader.accountId) ?? []),
  }));
  const told = await insertNotifications(
    tx,
    wishes
      .filter(({ channels }) => channels.in_app || channels.digest)
      .map(({ reader: { accountId, partnerId, clientId }, channels }) => ({
        ...rest,
        id: newId('notification', now),
        accountId,
        partnerId,
        clientId,
        kind: kind.name,
        createdAt: now,
        inApp: channels.in_app,
        inDigest: channels.digest,
      })),
  );
  await tellInboxChanged(tx, { accountIds: told, occurredAt: now, requestId: ctx.requestId });
  return wishes.filter(({ channels }) => channels.email).map(({ reader }) => reader);
}
