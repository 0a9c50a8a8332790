import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  consentChannels,
  consentDecisions,
  consentPurposes,
  consentScopes,
  dealMachine,
  leadMachine,
  leadShareMachine,
  partnerReferralMachine,
  recipientKinds,
  referralSources,
  type ShareScope,
  shareOutcomes,
} from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule, words } from './columns.ts';
import { engagements, partners } from './partners.ts';

/** A person we know. Owns the consent; needs no account. */
export const clients = pgTable(
  'clients',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    emailNormalised: text('email_normalised'),
    emailVerifiedAt: at('email_verified_at'),
    phone: text('phone'),
    location: text('location'),
    locale: text('locale').notNull(),
    source: text('source'),
    externalId: text('external_id'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('clients_email').on(t.emailNormalised),
    uniqueIndex('clients_source').on(t.source, t.externalId),
    index('clients_created').on(t.createdAt, t.id),
  ],
);

/** Clients who buy or decide together. */
export const clientGroups = pgTable(
  'client_groups',
  {
    id: id(),
    name: text('name').notNull(),
    ownerClientId: text('owner_client_id')
      .notNull()
      .references(() => clients.id),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('client_groups_owner').on(t.ownerClientId)],
);

export const groupMembers = pgTable(
  'group_members',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => clientGroups.id),
    /** Null until the named person becomes a client of ours. */
    clientId: text('client_id').references(() => clients.id),
    ownerClientId: text('owner_client_id').notNull(),
    displayName: text('display_name').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.position] }), index('group_members_client').on(t.clientId)],
);

/** Log of what a client allowed and withdrew. The last event per key counts. Append-only. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'bigint' }).notNull(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    purpose: text('purpose', { enum: consentPurposes }).notNull(),
    recipientKind: text('recipient_kind', { enum: recipientKinds }).notNull(),
    /** A partner type code, or a partner id. */
    recipient: text('recipient').notNull(),
    scope: text('scope', { enum: consentScopes }).notNull(),
    decision: text('decision', { enum: consentDecisions }).notNull(),
    wordingVersion: text('wording_version').notNull(),
    locale: text('locale').notNull(),
    channel: text('channel', { enum: consentChannels }).notNull(),
    evidence: text('evidence').notNull(),
    occurredAt: at('occurred_at').notNull(),
  },
  (t) => [
    index('consents_client').on(t.clientId, t.purpose, t.seq),
    oneOf('consents_purpose', t.purpose, consentPurposes),
    oneOf('consents_recipient_kind', t.recipientKind, recipientKinds),
    oneOf('consents_scope', t.scope, consentScopes),
    oneOf('consents_decision', t.decision, consentDecisions),
    oneOf('consents_channel', t.channel, consentChannels),
  ],
);

/** What somebody ticked on a public form: which kinds of partner may get which part of the lead. */
export interface ConsentChoices {
  reportToReferrer: boolean;
  shareWith: readonly { recipientClass: string; scopes: readonly ShareScope[] }[];
}

/** A partner sends a client to us. Contact fields are emptied when the client opts out. */
export const partnerReferrals = pgTable(
  'partner_referrals',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    engagementId: text('engagement_id')
      .notNull()
      .references(() => engagements.id),
    partnerTypeCode: text('partner_type_code').notNull(),
    linkId: text('link_id'),
    source: text('source', { enum: referralSources }).notNull(),
    status: text('status', { enum: words(partnerReferralMachine.states) }).notNull(),
    clientName: text('client_name'),
    clientEmail: text('client_email'),
    clientPhone: text('client_phone'),
    /** Keyed hash of the normalised e-mail: duplicate check and suppression without the address. */
    emailHash: text('email_hash').notNull(),
    details: jsonb('details').$type<Record<string, string>>().notNull(),
    partnerNotes: text('partner_notes'),
    consentAttestedAt: at('consent_attested_at'),
    consentWordingVersion: text('consent_wording_version'),
    /** Ticked on the form of a link by somebody whose address is not proved: allows nothing until it is. */
    consentChoices: jsonb('consent_choices').$type<ConsentChoices>(),
    submittedBy: text('submitted_by'),
    clientId: text('client_id').references(() => clients.id),
    leadId: text('lead_id'),
    submittedAt: at('submitted_at').notNull(),
    confirmedAt: at('confirmed_at'),
    acceptedAt: at('accepted_at'),
    convertedAt: at('converted_at'),
    endedAt: at('ended_at'),
    endReason: text('end_reason'),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('partner_referrals_partner').on(t.partnerId, t.submittedAt, t.id),
    index('partner_referrals_status').on(t.status, t.submittedAt, t.id),
    index('partner_referrals_submitted').on(t.submittedAt, t.id),
    index('partner_referrals_email').on(t.emailHash),
    index('partner_referrals_lead').on(t.leadId),
    uniqueIndex('partner_referrals_open_once')
      .on(t.partnerId, t.emailHash)
      .where(sql`${t.status} in ('submitted', 'intake', 'accepted', 'dormant')`),
    oneOf('partner_referrals_source', t.source, referralSources),
    oneOf('partner_referrals_status_word', t.status, partnerReferralMachine.states),
  ],
);

/** A client's interest that we work. */
export const leads = pgTable(
  'leads',
  {
    id: id(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    groupId: text('group_id').references(() => clientGroups.id),
    partnerReferralId: text('partner_referral_id').references(() => partnerReferrals.id),
    status: text('status', { enum: words(leadMachine.states) }).notNull(),
    source: text('source').notNull(),
    region: text('region').notNull(),
    currency: text('currency').notNull(),
    budgetMinMinor: minor('budget_min_minor'),
    budgetMaxMinor: minor('budget_max_minor'),
    financing: text('financing'),
    payment: text('payment'),
    propertyType: text('property_type'),
    place: text('place'),
    size: text('size'),
    amenities: text('amenities').array().notNull(),
    moveIn: text('move_in'),
    serviceNeeded: text('service_needed'),
    message: text('message'),
    /** Internal from here on: never leaves the admin app. */
    temperature: text('temperature'),
    score: integer('score'),
    assignedTo: text('assigned_to'),
    lostReason: text('lost_reason'),
    createdAt: at('created_at').notNull(),
    qualifiedAt: at('qualified_at'),
    convertedAt: at('converted_at'),
  },
  (t) => [
    index('leads_created').on(t.createdAt, t.id),
    index('leads_status').on(t.status, t.createdAt, t.id),
    index('leads_client').on(t.clientId),
    uniqueIndex('leads_partner_referral').on(t.partnerReferralId),
    oneOf('leads_status_word', t.status, leadMachine.states),
  ],
);

/** Internal notes of staff on a lead. */
export const leadNotes = pgTable(
  'lead_notes',
  {
    id: id(),
    leadId: text('lead_id')
      .notNull()
      .references(() => leads.id),
    accountId: text('account_id').notNull(),
    body: text('body').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('lead_notes_lead').on(t.leadId, t.createdAt)],
);

/** We give part of a lead to a partner. What it may see is decided at each read, never copied here. */
export const leadShares = pgTable(
  'lead_shares',
  {
    id: id(),
    leadId: text('lead_id')
      .notNull()
      .references(() => leads.id),
    clientId: text('client_id').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    engagementId: text('engagement_id')
      .notNull()
      .references(() => engagements.id),
    partnerTypeCode: text('partner_type_code').notNull(),
    status: text('status', { enum: words(leadShareMachine.states) }).notNull(),
    tickContact: boolean('tick_contact').notNull(),
    tickBudget: boolean('tick_budget').notNull(),
    tickRequirements: boolean('tick_requirements').notNull(),
    sharedBy: text('shared_by').notNull(),
    sentAt: at('sent_at').notNull(),
    answerBy: at('answer_by').notNull(),
    acceptedAt: at('accepted_at'),
    endedAt: at('ended_at'),
    endReason: text('end_reason'),
    outcome: text('outcome', { enum: shareOutcomes }),
  },
  (t) => [
    uniqueIndex('lead_shares_open_once')
      .on(t.leadId, t.partnerId)
      .where(sql`${t.status} in ('sent', 'accepted', 'in_progress')`),
    index('lead_shares_partner').on(t.partnerId, t.sentAt, t.id),
    index('lead_shares_partner_open').on(t.partnerId, t.status),
    index('lead_shares_lead').on(t.leadId),
    index('lead_shares_client').on(t.clientId),
    oneOf('lead_shares_status', t.status, leadShareMachine.states),
  ],
);

/** The closed business: the only source of a value. */
export const deals = pgTable(
  'deals',
  {
    id: id(),
    leadId: text('lead_id').references(() => leads.id),
    clientId: text('client_id').notNull(),
    status: text('status', { enum: words(dealMachine.states) }).notNull(),
    valueMinor: minor('value_minor').notNull(),
    currency: text('currency').notNull(),
    /** Where the deal came from: at most one of the three, with its partner. */
    shareId: text('share_id').references(() => leadShares.id),
    partnerReferralId: text('partner_referral_id').references(() => partnerReferrals.id),
    introductionId: text('introduction_id'),
    partnerId: text('partner_id').references(() => partners.id),
    engagementId: text('engagement_id').references(() => engagements.id),
    reportedBy: text('reported_by').notNull(),
    closedAt: at('closed_at').notNull(),
    createdAt: at('created_at').notNull(),
    verifiedAt: at('verified_at'),
    verifiedBy: text('verified_by'),
    note: text('note'),
  },
  (t) => [
    uniqueIndex('deals_share').on(t.shareId).where(sql`${t.status} in ('reported', 'verified')`),
    uniqueIndex('deals_partner_referral')
      .on(t.partnerReferralId)
      .where(sql`${t.status} in ('reported', 'verified')`),
    uniqueIndex('deals_introduction')
      .on(t.introductionId)
      .where(sql`${t.status} in ('reported', 'verified')`),
    uniqueIndex('deals_lead_verified').on(t.leadId).where(sql`${t.status} = 'verified'`),
    index('deals_list').on(t.createdAt, t.id),
    index('deals_partner').on(t.partnerId, t.createdAt),
    index('deals_lead').on(t.leadId),
    oneOf('deals_status', t.status, dealMachine.states),
    rule('deals_value', sql`${t.valueMinor} > 0`),
  ],
);
