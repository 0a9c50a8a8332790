import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  interactionKinds,
  inviteChannels,
  inviteMachine,
  linkNameKinds,
  programMachine,
  redemptionMachine,
  rewardKinds,
  rewardMachine,
  rewardSides,
} from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule, words } from './columns.ts';
import { clients } from './leads.ts';

/** Refer-a-friend rules and rewards. */
export const programs = pgTable(
  'programs',
  {
    id: id(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    programType: text('program_type', { enum: ['standard', 'specialty', 'seasonal'] }).notNull(),
    status: text('status', { enum: words(programMachine.states) }).notNull(),
    currency: text('currency').notNull(),
    referrerRewardKind: text('referrer_reward_kind', { enum: rewardKinds }).notNull(),
    /** Credit in minor units, or a discount in basis points; null for a free consultation. */
    referrerAmountMinor: minor('referrer_amount_minor'),
    referrerPercentBps: integer('referrer_percent_bps'),
    friendRewardKind: text('friend_reward_kind', { enum: rewardKinds }).notNull(),
    friendAmountMinor: minor('friend_amount_minor'),
    friendPercentBps: integer('friend_percent_bps'),
    maxInvitesPerPatient: integer('max_invites_per_patient'),
    /** Conversions needed for one reward of the referrer. */
    rewardThreshold: integer('reward_threshold').notNull(),
    inviteExpiryDays: integer('invite_expiry_days').notNull(),
    rewardExpiryDays: integer('reward_expiry_days').notNull(),
    /** Days between earned and available, during which a refund cancels. */
    holdDays: integer('hold_days').notNull(),
    /** Most credit one patient may earn in a calendar year, in minor units. */
    yearlyCapMinor: minor('yearly_cap_minor'),
    healthProgram: boolean('health_program').notNull(),
    jurisdictions: text('jurisdictions').array().notNull(),
    blockedPayers: text('blocked_payers').array().notNull(),
    reviewerAccountId: text('reviewer_account_id'),
    reviewEvidence: text('review_evidence'),
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('programs_status').on(t.status),
    oneOf('programs_status_word', t.status, programMachine.states),
    oneOf('programs_referrer_kind', t.referrerRewardKind, rewardKinds),
    oneOf('programs_friend_kind', t.friendRewardKind, rewardKinds),
    rule('programs_threshold', sql`${t.rewardThreshold} >= 1`),
  ],
);

/** patient × program, or partner × campaign: one code, many friends. */
export const shareLinks = pgTable(
  'share_links',
  {
    id: id(),
    code: text('code').notNull(),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
    programId: text('program_id').references(() => programs.id),
    campaign: text('campaign').notNull(),
    /** Where a partner hands this one out, e.g. on a poster; empty for the only link of its campaign. */
    placement: text('placement').notNull().default(''),
    createdAt: at('created_at').notNull(),
    /** Out of the lists. The link keeps leading where it led: what is printed cannot be called back. */
    archivedAt: at('archived_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    uniqueIndex('share_links_code').on(t.code),
    uniqueIndex('share_links_patient_program').on(t.clientId, t.programId),
    uniqueIndex('share_links_partner_campaign').on(t.partnerId, t.campaign, t.placement),
    rule('share_links_one_owner', sql`(${t.partnerId} is null) <> (${t.clientId} is null)`),
  ],
);

/**
 * The further names of a partner's link: its own address and its spoken code. A name that was replaced stays with its
 * link for good, so that nothing printed ever leads to somebody else.
 */
export const linkNames = pgTable(
  'link_names',
  {
    /** The name with everything alike made the same. The key, so that no two links have names a person could mix up. */
    skeleton: text('skeleton').primaryKey(),
    linkId: text('link_id')
      .notNull()
      .references(() => shareLinks.id),
    partnerId: text('partner_id').notNull(),
    kind: text('kind', { enum: linkNameKinds }).notNull(),
    /** As it is shown and printed. */
    name: text('name').notNull(),
    createdAt: at('created_at').notNull(),
    replacedAt: at('replaced_at'),
  },
  (t) => [
    index('link_names_link').on(t.linkId, t.kind),
    index('link_names_partner').on(t.partnerId),
    uniqueIndex('link_names_current').on(t.linkId, t.kind).where(sql`${t.replacedAt} is null`),
    oneOf('link_names_kind', t.kind, linkNameKinds),
  ],
);

/** One friend of one patient in one program. */
export const invites = pgTable(
  'invites',
  {
    id: id(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    linkId: text('link_id')
      .notNull()
      .references(() => shareLinks.id),
    /** The patient who invites. */
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    friendClientId: text('friend_client_id').references(() => clients.id),
    status: text('status', { enum: words(inviteMachine.states) }).notNull(),
    channel: text('channel', { enum: inviteChannels }).notNull(),
    /** What the patient calls this friend; encrypted, emptied when the invite ends. */
    friendLabelEncrypted: text('friend_label_encrypted'),
    friendContactEncrypted: text('friend_contact_encrypted'),
    /** Keyed hash of the friend's e-mail for suppression and dedupe. */
    friendHash: text('friend_hash'),
    message: text('message'),
    createdAt: at('created_at').notNull(),
    registeredAt: at('registered_at'),
    convertedAt: at('converted_at'),
    endedAt: at('ended_at'),
    endReason: text('end_reason'),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('invites_client').on(t.clientId, t.createdAt, t.id),
    index('invites_list').on(t.createdAt, t.id),
    index('invites_link').on(t.linkId),
    uniqueIndex('invites_friend_once').on(t.programId, t.friendClientId),
    uniqueIndex('invites_friend_hash_once')
      .on(t.programId, t.clientId, t.friendHash)
      .where(sql`${t.status} in ('pending', 'registered', 'converted')`),
    oneOf('invites_status', t.status, inviteMachine.states),
  ],
);

/** Clicks, sends, registrations and conversions on a link or invite. Append-only. */
export const interactions = pgTable(
  'interactions',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    kind: text('kind', { enum: interactionKinds }).notNull(),
    linkId: text('link_id').notNull(),
    inviteId: text('invite_id'),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
    /** Keyed hash of address and browser, rotated daily: counts visitors, names nobody. */
    visitorHash: text('visitor_hash'),
    occurredAt: at('occurred_at').notNull(),
  },
  (t) => [
    index('interactions_link').on(t.linkId, t.occurredAt),
    oneOf('interactions_kind', t.kind, interactionKinds),
  ],
);

/** What a referrer or friend earns. */
export const rewards = pgTable(
  'rewards',
  {
    id: id(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    inviteId: text('invite_id')
      .notNull()
      .references(() => invites.id),
    /** The beneficiary. */
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    side: text('side', { enum: rewardSides }).notNull(),
    kind: text('kind', { enum: rewardKinds }).notNull(),
    status: text('status', { enum: words(rewardMachine.states) }).notNull(),
    amountMinor: minor('amount_minor'),
    percentBps: integer('percent_bps'),
    currency: text('currency').notNull(),
    /** The conversions this reward stands for: one reward per set. */
    qualifyingSet: text('qualifying_set').notNull(),
    reason: text('reason'),
    createdAt: at('created_at').notNull(),
    earnedAt: at('earned_at'),
    availableAt: at('available_at'),
    redeemedAt: at('redeemed_at'),
    expiresAt: at('expires_at'),
  },
  (t) => [
    uniqueIndex('rewards_once').on(t.programId, t.clientId, t.side, t.qualifyingSet),
    index('rewards_client').on(t.clientId, t.createdAt),
    index('rewards_list').on(t.createdAt, t.id),
    index('rewards_status').on(t.status, t.createdAt),
    oneOf('rewards_status_word', t.status, rewardMachine.states),
    oneOf('rewards_kind', t.kind, rewardKinds),
  ],
);

/** Credit from one reward (or restored by a refund) with its own expiry. */
export const creditLots = pgTable(
  'credit_lots',
  {
    id: id(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    rewardId: text('reward_id').references(() => rewards.id),
    restoresRedemptionId: text('restores_redemption_id'),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    remainingMinor: minor('remaining_minor').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    expiredAt: at('expired_at'),
  },
  (t) => [
    index('credit_lots_client').on(t.clientId, t.currency, t.expiresAt),
    uniqueIndex('credit_lots_reward').on(t.rewardId),
    uniqueIndex('credit_lots_restored').on(t.restoresRedemptionId),
    rule('credit_lots_bounds', sql`${t.remainingMinor} between 0 and ${t.amountMinor}`),
  ],
);

/** Credit or a voucher put on one order or consultation of another system: reserve, then commit or release. */
export const redemptions = pgTable(
  'redemptions',
  {
    id: id(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    source: text('source').notNull(),
    externalOrderId: text('external_order_id').notNull(),
    status: text('status', { enum: words(redemptionMachine.states) }).notNull(),
    voucherRewardId: text('voucher_reward_id').references(() => rewards.id),
    currency: text('currency').notNull(),
    orderTotalMinor: minor('order_total_minor').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    committedAt: at('committed_at'),
    releasedAt: at('released_at'),
  },
  (t) => [
    uniqueIndex('redemptions_order').on(t.source, t.externalOrderId).where(sql`${t.status} <> 'released'`),
    index('redemptions_client').on(t.clientId, t.createdAt),
    oneOf('redemptions_status', t.status, redemptionMachine.states),
  ],
);

export const redemptionLots = pgTable(
  'redemption_lots',
  {
    redemptionId: text('redemption_id')
      .notNull()
      .references(() => redemptions.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => creditLots.id),
    clientId: text('client_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.redemptionId, t.lotId] })],
);

/** A consultation another system told us about. */
export const consultations = pgTable(
  'consultations',
  {
    id: id(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    payer: text('payer').notNull(),
    completedAt: at('completed_at').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('consultations_source').on(t.source, t.externalId),
    index('consultations_client').on(t.clientId),
  ],
);
