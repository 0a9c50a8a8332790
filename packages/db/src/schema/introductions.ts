import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { introductionMachine, introductionOutcomes, referralRequestMachine } from '../vocabulary/index.ts';
import { at, id, minor, oneOf, words } from './columns.ts';
import { clientGroups, clients } from './leads.ts';
import { engagements, partners, partnerTypes } from './partners.ts';

/** A group asks us for a partner of a type. */
export const referralRequests = pgTable(
  'referral_requests',
  {
    id: id(),
    groupId: text('group_id')
      .notNull()
      .references(() => clientGroups.id),
    /** The client who asked. */
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    region: text('region').notNull(),
    status: text('status', { enum: words(referralRequestMachine.states) }).notNull(),
    groupSize: integer('group_size').notNull(),
    currency: text('currency').notNull(),
    priceMinMinor: minor('price_min_minor'),
    priceMaxMinor: minor('price_max_minor'),
    timeline: text('timeline').notNull(),
    specificNeed: text('specific_need').notNull(),
    endReason: text('end_reason'),
    createdAt: at('created_at').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [
    index('referral_requests_list').on(t.createdAt, t.id),
    index('referral_requests_status').on(t.status, t.createdAt, t.id),
    index('referral_requests_client').on(t.clientId, t.createdAt),
    oneOf('referral_requests_status_word', t.status, referralRequestMachine.states),
  ],
);

/** One attempt to match a request with a partner. */
export const introductions = pgTable(
  'introductions',
  {
    id: id(),
    requestId: text('request_id')
      .notNull()
      .references(() => referralRequests.id),
    clientId: text('client_id').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    engagementId: text('engagement_id')
      .notNull()
      .references(() => engagements.id),
    status: text('status', { enum: words(introductionMachine.states) }).notNull(),
    /** Why this partner was proposed, in words staff can read. */
    matchReasons: text('match_reasons').array().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: at('proposed_at').notNull(),
    introSentAt: at('intro_sent_at'),
    connectedAt: at('connected_at'),
    closedAt: at('closed_at'),
    endReason: text('end_reason'),
    outcome: text('outcome', { enum: introductionOutcomes }),
    outcomeNotes: text('outcome_notes'),
  },
  (t) => [
    uniqueIndex('introductions_open_once')
      .on(t.requestId)
      .where(sql`${t.status} in ('proposed', 'intro_sent', 'connected')`),
    index('introductions_partner').on(t.partnerId, t.proposedAt, t.id),
    index('introductions_request').on(t.requestId),
    oneOf('introductions_status', t.status, introductionMachine.states),
  ],
);
