import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  checkAnswers,
  checkItemKeys,
  complainants,
  complaintCategories,
  complaintMachine,
  complaintOutcomes,
  complaintSeverities,
  yearlyCheckMachine,
} from '../vocabulary/index.ts';
import { at, id, oneOf, rule, words } from './columns.ts';
import { leads } from './leads.ts';
import { partners } from './partners.ts';

/** Somebody complained about a partner. Internal: no partner ever reads one. */
export const complaints = pgTable(
  'complaints',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    status: text('status', { enum: words(complaintMachine.states) }).notNull(),
    complainant: text('complainant', { enum: complainants }).notNull(),
    category: text('category', { enum: complaintCategories }).notNull(),
    severity: text('severity', { enum: complaintSeverities }).notNull(),
    /** The lead it is about, and whose lead that is. */
    leadId: text('lead_id').references(() => leads.id),
    clientId: text('client_id'),
    /** What happened. Free text about people lives here and never in the trail. */
    body: text('body').notNull(),
    receivedAt: at('received_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: at('created_at').notNull(),
    outcome: text('outcome', { enum: complaintOutcomes }),
    resolution: text('resolution'),
    resolvedBy: text('resolved_by'),
    resolvedAt: at('resolved_at'),
  },
  (t) => [
    index('complaints_partner').on(t.partnerId, t.receivedAt, t.id),
    index('complaints_list').on(t.status, t.receivedAt, t.id),
    oneOf('complaints_status_word', t.status, complaintMachine.states),
    oneOf('complaints_complainant', t.complainant, complainants),
    oneOf('complaints_category', t.category, complaintCategories),
    oneOf('complaints_severity', t.severity, complaintSeverities),
    oneOf('complaints_outcome', t.outcome, complaintOutcomes),
    rule(
      'complaints_resolved',
      sql`(${t.status} = 'resolved') = (${t.outcome} is not null and ${t.resolvedAt} is not null)`,
    ),
  ],
);

/** Once a year we look whether all is in order with a partner. Internal; never changed once it is closed. */
export const yearlyChecks = pgTable(
  'yearly_checks',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    /** Years since the partner became active. */
    year: integer('year').notNull(),
    status: text('status', { enum: words(yearlyCheckMachine.states) }).notNull(),
    dueAt: at('due_at').notNull(),
    createdAt: at('created_at').notNull(),
    closedAt: at('closed_at'),
    closedBy: text('closed_by'),
    /** What is done about what was not fine. */
    note: text('note'),
  },
  (t) => [
    uniqueIndex('yearly_checks_year').on(t.partnerId, t.year),
    index('yearly_checks_due').on(t.status, t.dueAt, t.id),
    oneOf('yearly_checks_status_word', t.status, yearlyCheckMachine.states),
    rule('yearly_checks_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** What a person ticked; what the system answers is written when the check is closed. */
export const yearlyCheckItems = pgTable(
  'yearly_check_items',
  {
    checkId: text('check_id')
      .notNull()
      .references(() => yearlyChecks.id),
    key: text('key', { enum: checkItemKeys }).notNull(),
    partnerId: text('partner_id').notNull(),
    answer: text('answer', { enum: checkAnswers }).notNull(),
    note: text('note'),
    /** Null: the system. */
    answeredBy: text('answered_by'),
    answeredAt: at('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.checkId, t.key] }),
    index('yearly_check_items_partner').on(t.partnerId),
    oneOf('yearly_check_items_key', t.key, checkItemKeys),
    oneOf('yearly_check_items_answer', t.answer, checkAnswers),
  ],
);
