import type { EventPayload } from '@goodword/db/schema';
import { type Context, inScope } from '../../platform/context.ts';
import { type Mailer, sendMessage } from '../notifications/index.ts';
import { catalogue, type Kind } from './catalogue.ts';
import { findReaders } from './find-readers.ts';
import { notificationMail } from './mails/notification.tsx';
import { homeOf, scopeOfReader } from './reader.ts';
import type { Reader } from './readers.queries.ts';
import { readSubjects } from './subjects.queries.ts';
import { type News, tell } from './tell.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import { wordsOf } from './words.ts';

type Sending = Context & { mailer: Mailer };

interface Event {
  id: string;
  type: string;
  subjectId: string;
  payload: EventPayload;
  occurredAt: Date;
  requestId: string;
}

/** Puts an event into the inboxes of those it concerns, and mails those who want that. Twice changes nothing. */
export async function tellOfEvent(ctx: Sending, event: Event): Promise<void> {
  for (const kind of catalogue.filter(({ on }) => on.includes(event.type))) {
    const news: News = {
      kind,
      cause: kind.oncePerSubject ? `${event.type}:${event.subjectId}` : event.id,
      eventType: event.type,
      subjectId: event.subjectId,
      payload: event.payload,
      occurredAt: event.occurredAt,
    };
    const mailed = await inScope(ctx, async (tx) => tell(tx, ctx, await findReaders(tx, kind, event), news));
    if (kind.mail === 'plain') await mailNews(ctx, mailed, news);
  }
}

/** One mail to each, in the words that each may read. */
export async function mailNews(ctx: Sending, readers: readonly Reader[], news: News): Promise<void> {
  for (const reader of readers) await mailOne(ctx, reader, news.kind, news);
}

async function mailOne(ctx: Sending, reader: Reader, kind: Kind, news: News): Promise<void> {
  const { subjectId, eventType, cause } = news;
  // Made in the scope of the reader, so that the mail says what the app would.
  const subjects = await ctx.db.scoped(scopeOfReader(reader), (tx) =>
    readSubjects(tx, reader.audience, [subjectId]),
  );
  const { title, detail, href } = wordsOf(
    { kind: kind.name, eventType, subjectId },
    subjects.get(subjectId),
    kind.label,
  );
  if (href === null) return;
  const home = homeOf(ctx, reader.audience);
  await sendMessage(ctx, {
    template: notificationMail,
    to: reader.email,
    subjectId,
    dedupeKey: `${cause}:${kind.name}:${reader.accountId}`,
    data: async () => ({
      name: reader.name,
      title,
      detail,
      url: `${home}${href}`,
      settingsUrl: `${home}/notifications/settings`,
      needed: kind.mailNeeded,
    }),
    unsubscribeUrl: kind.mailNeeded ? undefined : (tx) => unsubscribeUrl(tx, ctx, reader, kind.name),
  });
}
