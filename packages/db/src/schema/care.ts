import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { touchpointKinds, touchpointMachine } from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule, words } from './columns.ts';
import { partners, partnerTypes } from './partners.ts';

/** How often partners of a type hear from us, and what they may be given in a year. Data, edited by staff. */
export const careRules = pgTable(
  'care_rules',
  {
    partnerTypeCode: text('partner_type_code')
      .primaryKey()
      .references(() => partnerTypes.code),
    /** Days between two touchpoints; null for no cadence. */
    cadenceDays: integer('cadence_days'),
    /** Most that one partner may be given in a calendar year; 0 forbids gifts, null sets no limit. */
    giftLimitMinor: minor('gift_limit_minor'),
    /** Of the limit. What is given has to be stated in it. */
    currency: text('currency').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    rule('care_rules_cadence', sql`${t.cadenceDays} is null or ${t.cadenceDays} between 1 and 1000`),
    rule('care_rules_limit', sql`${t.giftLimitMinor} is null or ${t.giftLimitMinor} >= 0`),
  ],
);

/** A meeting, call, gift or note with a partner. Internal: no partner ever reads one. */
export const touchpoints = pgTable(
  'touchpoints',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    kind: text('kind', { enum: touchpointKinds }).notNull(),
    status: text('status', { enum: words(touchpointMachine.states) }).notNull(),
    /** When it takes or took place. */
    heldAt: at('held_at').notNull(),
    /** Who of us. */
    accountId: text('account_id').notNull(),
    /** Whom at the partner. Free text about people lives here and never in the trail, so that it can be emptied. */
    withWhom: text('with_whom'),
    note: text('note'),
    /** What was or will be given, also a meal that we pay. Counts against the limit of its year. */
    valueMinor: minor('value_minor'),
    currency: text('currency'),
    /** The calendar year of `held_at` where the organisation is. */
    year: integer('year').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('touchpoints_partner').on(t.partnerId, t.heldAt, t.id),
    index('touchpoints_list').on(t.heldAt, t.id),
    index('touchpoints_status').on(t.status, t.heldAt, t.id),
    index('touchpoints_account').on(t.accountId, t.status, t.heldAt),
    oneOf('touchpoints_kind', t.kind, touchpointKinds),
    oneOf('touchpoints_status_word', t.status, touchpointMachine.states),
    rule(
      'touchpoints_value',
      sql`(${t.valueMinor} is null) = (${t.currency} is null) and ${t.valueMinor} > 0`,
    ),
  ],
);

/** One subscribable calendar per person of the staff. The secret of its address is stored hashed. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    accountId: text('account_id').primaryKey(),
    secretHash: text('secret_hash').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [uniqueIndex('calendar_feeds_secret').on(t.secretHash)],
);
