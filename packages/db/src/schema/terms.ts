import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bases, directions, formulas, triggers } from '../vocabulary/index.ts';
import { at, id, oneOf, rule } from './columns.ts';
import { engagements, partners, partnerTypes, termsColumns } from './partners.ts';

/** A named set of terms of one engagement, in force from a date until the next one. Rows are never changed. */
export const engagementPlans = pgTable(
  'engagement_plans',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    engagementId: text('engagement_id')
      .notNull()
      .references(() => engagements.id),
    /** The version of the engagement that this plan made. */
    version: integer('version').notNull(),
    name: text('name').notNull(),
    /** Back to the terms the engagement began with; the columns of terms then say nothing. */
    released: boolean('released').notNull(),
    ...termsColumns(),
    effectiveFrom: at('effective_from').notNull(),
    /** Somebody with the permission set it outside what the type allows. */
    outsideRange: boolean('outside_range').notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('engagement_plans_version').on(t.engagementId, t.version),
    index('engagement_plans_in_force').on(t.engagementId, t.effectiveFrom),
    index('engagement_plans_partner').on(t.partnerId),
    oneOf('engagement_plans_direction', t.direction, directions),
    oneOf('engagement_plans_formula', t.formula, formulas),
    oneOf('engagement_plans_base', t.base, bases),
    oneOf('engagement_plans_trigger', t.trigger, triggers),
    rule('engagement_plans_rate', sql`${t.rateBps} is null or ${t.rateBps} between 0 and 10000`),
    rule(
      'engagement_plans_split',
      sql`${t.splitPartnerBps} is null or ${t.splitPartnerBps} between 0 and 10000`,
    ),
  ],
);

/** Somebody by name judged that the law lets a regulated type be paid in a region. */
export const lawDecisions = pgTable(
  'law_decisions',
  {
    id: id(),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    region: text('region').notNull(),
    reviewerName: text('reviewer_name').notNull(),
    legalBasis: text('legal_basis').notNull(),
    /** A link or reference to the opinion. */
    evidence: text('evidence').notNull(),
    validFrom: at('valid_from').notNull(),
    validUntil: at('valid_until').notNull(),
    decidedAt: at('decided_at').notNull(),
    decidedBy: text('decided_by'),
    withdrawnAt: at('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    index('law_decisions_type').on(t.partnerTypeCode, t.decidedAt),
    rule('law_decisions_validity', sql`${t.validUntil} > ${t.validFrom}`),
  ],
);
