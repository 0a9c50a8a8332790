import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { applicationOutcomes, questionKinds, recommendations, reviewRules } from '../vocabulary/index.ts';
import { at, id, oneOf, rule } from './columns.ts';
import { partners, partnerTypes } from './partners.ts';

/** What an applicant was asked, and what it said. The label stays as it was on that day. */
export interface ApplicationAnswer {
  key: string;
  label: string;
  answer: string;
}

/** What the application form asks of a type beside the company: data, as the catalogue is. */
export const applicationQuestions = pgTable(
  'application_questions',
  {
    id: id(),
    /** Null asks every type. */
    partnerTypeCode: text('partner_type_code').references(() => partnerTypes.code),
    /** Asked of those who work in one of these; empty asks everywhere. */
    regions: text('regions').array().notNull(),
    kind: text('kind', { enum: questionKinds }).notNull(),
    label: text('label').notNull(),
    help: text('help'),
    options: text('options').array().notNull(),
    required: boolean('required').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    index('application_questions_type').on(t.partnerTypeCode, t.position),
    oneOf('application_questions_kind', t.kind, questionKinds),
    rule('application_questions_choice', sql`${t.kind} <> 'choice' or cardinality(${t.options}) > 1`),
  ],
);

/**
 * A form that was begun, or sent and not yet confirmed from the mailbox. What it holds is sealed: nobody reads it, and
 * it is deleted at its end.
 */
export const applicationDrafts = pgTable(
  'application_drafts',
  {
    id: id(),
    sealed: text('sealed').notNull(),
    /** What was sent and waits for its mailbox: later typing does not reach it. */
    sentSealed: text('sent_sealed'),
    createdAt: at('created_at').notNull(),
    savedAt: at('saved_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('application_drafts_expiry').on(t.expiresAt)],
);

/** One time a partner applied, confirmed from its mailbox. */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    outcome: text('outcome', { enum: applicationOutcomes }).notNull(),
    answers: jsonb('answers').$type<ApplicationAnswer[]>().notNull(),
    submittedAt: at('submitted_at').notNull(),
    verifiedAt: at('verified_at').notNull(),
  },
  (t) => [
    index('applications_partner').on(t.partnerId, t.verifiedAt),
    oneOf('applications_outcome', t.outcome, applicationOutcomes),
  ],
);

/** What each finding of the automatic look advises. */
export const applicationRules = pgTable(
  'application_rules',
  {
    code: text('code', { enum: reviewRules }).primaryKey(),
    enabled: boolean('enabled').notNull(),
    recommendation: text('recommendation', { enum: recommendations }).notNull(),
  },
  (t) => [
    oneOf('application_rules_code', t.code, reviewRules),
    oneOf('application_rules_recommendation', t.recommendation, ['look_closer', 'reject']),
    // Two companies may be called the same: a name alone never speaks against anybody.
    rule('application_rules_name', sql`${t.code} <> 'duplicate_name' or ${t.recommendation} = 'look_closer'`),
  ],
);
