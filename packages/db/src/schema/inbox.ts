import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { digestRhythms, notificationChannels, notificationKinds } from '../vocabulary/index.ts';
import { at, id, oneOf } from './columns.ts';
import { accounts } from './identity.ts';
import type { EventPayload } from './operations.ts';

/** Whose rows they are. The account decides; partner and client stand there so that each table names its scope. */
const owner = () => ({
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  partnerId: text('partner_id'),
  clientId: text('client_id'),
});

/** One thing that one person is told. Ids only: the words are made when it is read, from what may be seen then. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    ...owner(),
    kind: text('kind', { enum: notificationKinds }).notNull(),
    /** What caused it: the id of the event, or what stands for a cause that is none. */
    cause: text('cause').notNull(),
    eventType: text('event_type').notNull(),
    subjectId: text('subject_id').notNull(),
    payload: jsonb('payload').$type<EventPayload>().notNull(),
    occurredAt: at('occurred_at').notNull(),
    createdAt: at('created_at').notNull(),
    /** What the person chose when it happened: shown in the app, gathered for the digest. */
    inApp: boolean('in_app').notNull(),
    inDigest: boolean('in_digest').notNull(),
    readAt: at('read_at'),
    /** The digest it is part of. */
    digest: text('digest'),
  },
  (t) => [
    // An event delivered twice tells once.
    uniqueIndex('notifications_once').on(t.accountId, t.kind, t.cause),
    index('notifications_list').on(t.accountId, t.occurredAt, t.id),
    index('notifications_unread')
      .on(t.accountId, t.occurredAt, t.id)
      .where(sql`${t.readAt} is null and ${t.inApp}`),
    index('notifications_to_digest')
      .on(t.accountId, t.createdAt)
      .where(sql`${t.readAt} is null and ${t.inDigest} and ${t.digest} is null`),
    index('notifications_digest').on(t.digest, t.accountId).where(sql`${t.digest} is not null`),
    index('notifications_subject').on(t.subjectId),
    oneOf('notifications_kind', t.kind, notificationKinds),
  ],
);

/** Where a person departs from the catalogue. No row means the catalogue's default. */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    ...owner(),
    kind: text('kind', { enum: notificationKinds }).notNull(),
    channel: text('channel', { enum: notificationChannels }).notNull(),
    enabled: boolean('enabled').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.kind, t.channel] }),
    oneOf('notification_choices_kind', t.kind, notificationKinds),
    oneOf('notification_choices_channel', t.channel, notificationChannels),
  ],
);

/** How often somebody wants the digest. No row means daily. */
export const digestChoices = pgTable(
  'digest_choices',
  {
    ...owner(),
    rhythm: text('rhythm', { enum: digestRhythms }).notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId] }), oneOf('digest_choices_rhythm', t.rhythm, digestRhythms)],
);

/** A digest that was begun: of two workers one gets the row, and a period is told once. */
export const digests = pgTable(
  'digests',
  {
    ...owner(),
    /** A day or the Monday of a week, where the organisation is. */
    period: text('period').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.period] })],
);
