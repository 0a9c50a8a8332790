import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  bases,
  contactOpensAt,
  coverageMachine,
  directions,
  formulas,
  partnerMachine,
  partnerRoles,
  triggers,
} from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule, words } from './columns.ts';

/** A step of a volume tier: from this many verified deals on, this rate. */
export interface TierStep {
  fromDeals: number;
  rateBps: number;
}

/** A credential a type needs in some regions before a lead may be shared. */
export interface CredentialRequirement {
  kind: string;
  regions: string[];
  required: boolean;
}

/** One extra question on the referral form of a type. */
export interface ReferralFormField {
  key: string;
  label: string;
  options?: string[];
}

/** A rate range that holds in a region instead of the default one. */
export interface RegionalRange {
  region: string;
  minBps: number;
  maxBps: number;
}

/** The four choices of terms with their numbers. */
export const termsColumns = () => ({
  direction: text('direction', { enum: directions }).notNull(),
  formula: text('formula', { enum: formulas }).notNull(),
  base: text('base', { enum: bases }).notNull(),
  trigger: text('trigger', { enum: triggers }).notNull(),
  /** Basis points of the base; for a split, the gross commission rate. */
  rateBps: integer('rate_bps'),
  /** For a split: the partner's part of the gross commission, in basis points. */
  splitPartnerBps: integer('split_partner_bps'),
  flatAmountMinor: minor('flat_amount_minor'),
  tiers: jsonb('tiers').$type<TierStep[]>(),
});

/** Catalogue of partner types: data, nothing in code branches on a code. */
export const partnerTypes = pgTable('partner_types', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  incentive: text('incentive').notNull(),
  /** ISO 3166 codes this type works in; empty means any. */
  regions: text('regions').array().notNull(),
  ...termsColumns(),
  rateMinBps: integer('rate_min_bps'),
  rateMaxBps: integer('rate_max_bps'),
  defaultTicks: text('default_ticks').array().notNull(),
  contactOpensAt: text('contact_opens_at', { enum: contactOpensAt }).notNull(),
  ceiling: text('ceiling').array().notNull(),
  /** May see only what concerns the service asked for, never the property itself. */
  hidesProperty: boolean('hides_property').notNull(),
  credentials: jsonb('credentials').$type<CredentialRequirement[]>().notNull(),
  regulated: boolean('regulated').notNull(),
  formFields: jsonb('form_fields').$type<ReferralFormField[]>().notNull(),
  position: integer('position').notNull(),
  /** Ranges that differ from the default one; the most specific region wins. */
  rateRanges: jsonb('rate_ranges').$type<RegionalRange[]>().notNull().default([]),
  /** Counts changes: of two editors at once one wins and the other is told. */
  version: integer('version').notNull().default(1),
  /** From here on nobody new works in this type. */
  retiredAt: at('retired_at'),
});

/** Partners who share terms. A higher rank is the better place; a partner belongs to one group at most. */
export const partnerGroups = pgTable(
  'partner_groups',
  {
    id: id(),
    name: text('name').notNull(),
    /** What the name is compared by. */
    nameSort: text('name_sort').notNull(),
    description: text('description').notNull(),
    rank: integer('rank').notNull(),
    /** Only for partners who work in this type; null: for all. */
    partnerTypeCode: text('partner_type_code').references(() => partnerTypes.code),
    /** Counts changes: of two editors at once one wins and the other is told. */
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull(),
    createdBy: text('created_by'),
    /** From here on nobody comes to it. */
    closedAt: at('closed_at'),
  },
  (t) => [
    uniqueIndex('partner_groups_name').on(t.nameSort),
    uniqueIndex('partner_groups_rank').on(t.rank).where(sql`${t.closedAt} is null`),
    rule('partner_groups_rank_range', sql`${t.rank} between 1 and 1000`),
  ],
);

export const partners = pgTable(
  'partners',
  {
    id: id(),
    name: text('name').notNull(),
    /** Lower-case, trimmed, for sorting and prefix search. */
    nameSort: text('name_sort').notNull(),
    status: text('status', { enum: words(partnerMachine.states) }).notNull(),
    contactName: text('contact_name'),
    email: text('email'),
    emailNormalised: text('email_normalised'),
    phone: text('phone'),
    website: text('website'),
    /** What the name is compared by: no case, accents, punctuation or legal form. */
    nameKey: text('name_key'),
    /** Registrable domain of the website and of the address, unless everybody may have one there. */
    websiteDomain: text('website_domain'),
    emailDomain: text('email_domain'),
    city: text('city'),
    country: text('country'),
    /** Most open shares at once; null means no limit. */
    capacity: integer('capacity'),
    /** Spoken and link code, issued with the first activation. */
    code: text('code'),
    about: text('about'),
    /** Internal: never leaves the admin app. */
    internalNotes: text('internal_notes'),
    currency: text('currency').notNull(),
    source: text('source'),
    externalId: text('external_id'),
    invitedBy: text('invited_by'),
    /** The account manager: who of staff looks after this partner. */
    ownerAccountId: text('owner_account_id'),
    /** Where its moves have brought it; null: no group. */
    groupId: text('group_id').references(() => partnerGroups.id),
    /** Taken back: no letter with a link leaves until somebody sends it again. */
    invitationRevokedAt: at('invitation_revoked_at'),
    createdAt: at('created_at').notNull(),
    appliedAt: at('applied_at'),
    /** Since a rejection: from when on it may apply again by itself. */
    reapplyAfter: at('reapply_after'),
    /** What a rejected applicant was told; the internal reason stands in the trail. */
    rejectionMessage: text('rejection_message'),
    activatedAt: at('activated_at'),
  },
  (t) => [
    uniqueIndex('partners_code').on(t.code),
    uniqueIndex('partners_source').on(t.source, t.externalId),
    index('partners_list').on(t.status, t.nameSort, t.id),
    index('partners_name').on(t.nameSort, t.id),
    index('partners_name_prefix').on(sql`${t.nameSort} COLLATE "C"`),
    index('partners_created').on(t.createdAt, t.id),
    index('partners_email').on(t.emailNormalised),
    index('partners_owner').on(t.ownerAccountId, t.nameSort, t.id),
    index('partners_group').on(t.groupId, t.nameSort, t.id),
    index('partners_name_key').on(t.nameKey),
    index('partners_phone').on(t.phone),
    index('partners_website_domain').on(t.websiteDomain),
    index('partners_email_domain').on(t.emailDomain),
    oneOf('partners_status', t.status, partnerMachine.states),
    rule('partners_capacity', sql`${t.capacity} is null or ${t.capacity} >= 0`),
  ],
);

/** A mail that staff wrote to partners themselves. The key comes from the form: the same one never writes twice. */
export const partnerMails = pgTable(
  'partner_mails',
  {
    id: id(),
    key: text('key').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** Of subject and text: who got the same a moment ago is not written to again. */
    textHash: text('text_hash').notNull(),
    writtenBy: text('written_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [uniqueIndex('partner_mails_key').on(t.key)],
);

/** Whom such a mail went to: each partner and each address once. */
export const partnerMailRecipients = pgTable(
  'partner_mail_recipients',
  {
    mailId: text('mail_id')
      .notNull()
      .references(() => partnerMails.id),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    addressHash: text('address_hash').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mailId, t.partnerId] }),
    uniqueIndex('partner_mail_recipients_address').on(t.mailId, t.addressHash),
    index('partner_mail_recipients_partner').on(t.partnerId, t.createdAt),
  ],
);

/** partner × type × regions, with its terms. */
export const engagements = pgTable(
  'engagements',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    regions: text('regions').array().notNull(),
    ...termsColumns(),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
    /** Counts changes of terms and regions, and the end. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('engagements_partner_type')
      .on(t.partnerId, t.partnerTypeCode)
      .where(sql`${t.endedAt} is null`),
    index('engagements_type').on(t.partnerTypeCode),
    oneOf('engagements_direction', t.direction, directions),
    oneOf('engagements_formula', t.formula, formulas),
    oneOf('engagements_base', t.base, bases),
    oneOf('engagements_trigger', t.trigger, triggers),
    rule('engagements_rate', sql`${t.rateBps} is null or ${t.rateBps} between 0 and 10000`),
    rule('engagements_split', sql`${t.splitPartnerBps} is null or ${t.splitPartnerBps} between 0 and 10000`),
  ],
);

/** Versions of the partnership agreement. A draft has no `published_at`; a published version never changes again. */
export const agreements = pgTable(
  'agreements',
  {
    id: id(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    /** SHA-256 of title and body: what exactly was accepted. */
    hash: text('hash').notNull(),
    /** Only for partners of these types; empty: for all. */
    partnerTypeCodes: text('partner_type_codes').array().notNull().default(sql`'{}'::text[]`),
    createdBy: text('created_by'),
    createdAt: at('created_at').notNull(),
    publishedAt: at('published_at'),
    /** From then on it is the version in force. */
    countsFrom: at('counts_from'),
    /** How long who accepted an earlier version may go on without accepting this one. */
    graceDays: integer('grace_days').notNull().default(0),
  },
  (t) => [
    uniqueIndex('agreements_version').on(t.version),
    // One draft at a time: two people who write the next version must notice each other.
    uniqueIndex('agreements_one_draft')
      .on(sql`((${t.publishedAt} is null))`)
      .where(sql`${t.publishedAt} is null`),
    rule('agreements_published', sql`(${t.publishedAt} is null) = (${t.countsFrom} is null)`),
    rule('agreements_grace', sql`${t.graceDays} between 0 and 365`),
  ],
);

/** Who accepted which version for the partner. Append-only: the name and the role are those of that moment. */
export const agreementAcceptances = pgTable(
  'agreement_acceptances',
  {
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    agreementId: text('agreement_id')
      .notNull()
      .references(() => agreements.id),
    accountId: text('account_id').notNull(),
    acceptedByName: text('accepted_by_name').notNull(),
    acceptedByRole: text('accepted_by_role', { enum: partnerRoles }).notNull(),
    hash: text('hash').notNull(),
    acceptedAt: at('accepted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.agreementId] }),
    index('agreement_acceptances_agreement').on(t.agreementId, t.acceptedAt),
    oneOf('agreement_acceptances_role', t.acceptedByRole, partnerRoles),
  ],
);

export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    kind: text('kind').notNull(),
    number: text('number').notNull(),
    authority: text('authority').notNull(),
    region: text('region').notNull(),
    expiresAt: at('expires_at').notNull(),
    verifiedAt: at('verified_at'),
    verifiedBy: text('verified_by'),
    refusedAt: at('refused_at'),
    refusedBy: text('refused_by'),
    /** Told to the partner. */
    refusalReason: text('refusal_reason'),
    /** A renewed one took its place. */
    supersededAt: at('superseded_at'),
    supersededBy: text('superseded_by'),
    addedBy: text('added_by'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('credentials_partner').on(t.partnerId, t.kind),
    index('credentials_ending').on(t.expiresAt, t.id),
    // The same one sent twice waits once.
    uniqueIndex('credentials_waiting_once')
      .on(t.partnerId, t.kind, t.region, t.number, t.expiresAt)
      .where(sql`${t.verifiedAt} is null and ${t.refusedAt} is null`),
    rule('credentials_one_decision', sql`${t.verifiedAt} is null or ${t.refusedAt} is null`),
  ],
);

/** A warning that was given: once per credential and number of days ahead. */
export const credentialWarnings = pgTable(
  'credential_warnings',
  {
    credentialId: text('credential_id')
      .notNull()
      .references(() => credentials.id),
    days: integer('days').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.credentialId, t.days] })],
);

/** region × partner type. The number of partners is counted, never typed. */
export const coverage = pgTable(
  'coverage',
  {
    region: text('region').notNull(),
    partnerTypeCode: text('partner_type_code')
      .notNull()
      .references(() => partnerTypes.code),
    status: text('status', { enum: words(coverageMachine.states) }).notNull(),
    note: text('note'),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.region, t.partnerTypeCode] }),
    oneOf('coverage_status', t.status, coverageMachine.states),
  ],
);
