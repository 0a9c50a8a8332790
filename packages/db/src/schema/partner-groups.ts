import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  bases,
  directions,
  formulas,
  type GroupMeasure,
  groupMeasures,
  groupMoveCauses,
  triggers,
} from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule } from './columns.ts';
import { partnerGroups, partners, partnerTypes, termsColumns } from './partners.ts';

/** What a rule found when it moved somebody: ids and numbers, never a name. */
export interface GroupEvidence {
  measure: GroupMeasure;
  /** Counted, and how many were needed. Amounts are minor units as text. */
  counted: string;
  threshold: string;
  currency: string | null;
  windowDays: number;
  /** Only what came after this was counted. */
  since: string;
  /** The deals that were counted, newest first, and no more than a page of them. */
  ids: string[];
}

/** The terms of a group for one partner type, in force from a date until the next ones. Rows are never changed. */
export const partnerGroupTerms = pgTable(
  'partner_group_terms',
  {
    id: id(),
    groupId: text('group_id')
      .notNull()
      .references(() => partnerGroups.id),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    /** The version of the group that these terms made. */
    version: integer('version').notNull(),
    /** The group says nothing more for this type: its terms count. The columns of terms then say nothing. */
    released: boolean('released').notNull(),
    ...termsColumns(),
    effectiveFrom: at('effective_from').notNull(),
    /** Somebody with the permission set them outside what the type allows. */
    outsideRange: boolean('outside_range').notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('partner_group_terms_version').on(t.groupId, t.version),
    index('partner_group_terms_in_force').on(t.groupId, t.partnerTypeCode, t.effectiveFrom),
    oneOf('partner_group_terms_direction', t.direction, directions),
    oneOf('partner_group_terms_formula', t.formula, formulas),
    oneOf('partner_group_terms_base', t.base, bases),
    oneOf('partner_group_terms_trigger', t.trigger, triggers),
    rule('partner_group_terms_rate', sql`${t.rateBps} is null or ${t.rateBps} between 0 and 10000`),
    rule(
      'partner_group_terms_split',
      sql`${t.splitPartnerBps} is null or ${t.splitPartnerBps} between 0 and 10000`,
    ),
  ],
);

/** The rule by which partners come to a group. One per group; a change makes it another version. */
export const partnerGroupRules = pgTable(
  'partner_group_rules',
  {
    groupId: text('group_id')
      .primaryKey()
      .references(() => partnerGroups.id),
    enabled: boolean('enabled').notNull(),
    measure: text('measure', { enum: groupMeasures }).notNull(),
    /** How many, or how much in minor units of the currency. */
    threshold: minor('threshold').notNull(),
    currency: text('currency'),
    windowDays: integer('window_days').notNull(),
    /** Only from this group; null: from any lower one, and from none. */
    fromGroupId: text('from_group_id').references(() => partnerGroups.id),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    oneOf('partner_group_rules_measure', t.measure, groupMeasures),
    rule('partner_group_rules_threshold', sql`${t.threshold} > 0`),
    rule('partner_group_rules_window', sql`${t.windowDays} between 1 and 730`),
    rule(
      'partner_group_rules_currency',
      sql`(${t.measure} = 'verified_value') = (${t.currency} is not null)`,
    ),
  ],
);

/** Each time a partner came to another group, or to none. Rows are never changed. */
export const partnerGroupMoves = pgTable(
  'partner_group_moves',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    /** Counts the moves of the partner: of two at once one is refused. */
    version: integer('version').notNull(),
    fromGroupId: text('from_group_id').references(() => partnerGroups.id),
    toGroupId: text('to_group_id').references(() => partnerGroups.id),
    /** From then on it belongs there. */
    movedAt: at('moved_at').notNull(),
    cause: text('cause', { enum: groupMoveCauses }).notNull(),
    /** What the person who moved it wrote; a rule writes none. */
    reason: text('reason'),
    evidence: jsonb('evidence').$type<GroupEvidence>(),
    /** The move that this one takes back. */
    reversesId: text('reverses_id'),
    movedBy: text('moved_by'),
  },
  (t) => [
    uniqueIndex('partner_group_moves_version').on(t.partnerId, t.version),
    uniqueIndex('partner_group_moves_reverses').on(t.reversesId),
    index('partner_group_moves_to').on(t.toGroupId, t.movedAt, t.id),
    index('partner_group_moves_from').on(t.fromGroupId, t.movedAt, t.id),
    oneOf('partner_group_moves_cause', t.cause, groupMoveCauses),
    rule('partner_group_moves_apart', sql`${t.fromGroupId} is distinct from ${t.toGroupId}`),
    rule(
      'partner_group_moves_explained',
      sql`(${t.cause} = 'staff' and ${t.reason} is not null) or (${t.cause} = 'rule' and ${t.evidence} is not null)`,
    ),
  ],
);
