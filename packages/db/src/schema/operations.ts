import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { messageChannels, messageMachine } from '../vocabulary/index.ts';
import { at, bytea, id, oneOf, words } from './columns.ts';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** Ids that an event carries. Never personal values. */
export type EventPayload = Record<string, string | number | boolean | null>;

/**
 * Written in the transaction of its cause; read by one relay in (xid, id) order below the snapshot horizon,
 * because ids commit out of order and a plain `id > cursor` would skip a slow transaction's rows.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    type: text('type').notNull(),
    subjectId: text('subject_id').notNull(),
    payload: jsonb('payload').$type<EventPayload>().notNull(),
    occurredAt: at('occurred_at').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [index('outbox_order').on(t.xid, t.id), index('outbox_subject').on(t.subjectId)],
);

export const relayCursor = pgTable('relay_cursor', {
  id: integer('id').primaryKey(),
  xid: xid8('xid').notNull(),
  outboxId: bigint('outbox_id', { mode: 'bigint' }).notNull(),
});

/** Append-only. Ids and field names, never personal values; reasons stand in `audit_reasons` and can be erased. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'bigint' }).notNull(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    occurredAt: at('occurred_at').notNull(),
    audience: text('audience').notNull(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    fields: text('fields').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    index('audit_entries_order').on(t.xid, t.seq),
    index('audit_entries_subject').on(t.subjectId, t.seq),
    index('audit_entries_list').on(t.seq),
  ],
);

/**
 * That somebody of ours read something in this hour stands in the trail already: a page that is opened again and again
 * leaves one entry. Forgotten after the hour is long over; the trail stays.
 */
export const readNotes = pgTable(
  'read_notes',
  {
    accountId: text('account_id').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    hour: at('hour').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.subjectId, t.action, t.subjectType, t.hour] }),
    index('read_notes_hour').on(t.hour),
  ],
);

export const auditReasons = pgTable('audit_reasons', {
  auditId: text('audit_id').primaryKey(),
  subjectId: text('subject_id').notNull(),
  reason: text('reason').notNull(),
});

/** The hash chain over the audit trail, written by the sealer only. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    position: bigint('position', { mode: 'bigint' }).primaryKey(),
    auditId: text('audit_id').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [uniqueIndex('audit_seals_entry').on(t.auditId)],
);

export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  xid: xid8('xid').notNull(),
  seq: bigint('seq', { mode: 'bigint' }).notNull(),
  position: bigint('position', { mode: 'bigint' }).notNull(),
  hash: bytea('hash').notNull(),
});

/** Every e-mail and SMS, rendered. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    channel: text('channel', { enum: messageChannels }).notNull(),
    template: text('template').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    body: text('body').notNull(),
    status: text('status', { enum: words(messageMachine.states) }).notNull(),
    /** Event, template and recipient: an event delivered twice sends once. */
    dedupeKey: text('dedupe_key').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Parts of a client's data that stand in it, as consent let them when it was made. Asked again before it leaves. */
    discloses: text('discloses').array(),
    /** Where one click ends mails of this sort. A credential: emptied once the mail left. */
    unsubscribeUrl: text('unsubscribe_url'),
    attempts: integer('attempts').notNull(),
    error: text('error'),
    /** A process delivers it until then. */
    heldUntil: at('held_until'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (t) => [
    uniqueIndex('messages_dedupe').on(t.dedupeKey),
    index('messages_list').on(t.createdAt, t.id),
    index('messages_subject').on(t.subjectId),
    index('messages_to').on(t.toAddress, t.createdAt),
    oneOf('messages_status', t.status, messageMachine.states),
    oneOf('messages_channel', t.channel, messageChannels),
  ],
);

/** Addresses that asked for silence, as keyed hashes. Checked at send time. */
export const suppressions = pgTable('suppressions', {
  addressHash: text('address_hash').primaryKey(),
  reason: text('reason').notNull(),
  createdAt: at('created_at').notNull(),
});
