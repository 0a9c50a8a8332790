import { sql } from 'drizzle-orm';
import {
  bigint,
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
  accountAudiences,
  densities,
  logoTypes,
  lookEnds,
  partnerRoles,
  signInMethods,
  signInOutcomes,
  staffRoles,
  tokenPurposes,
  twoFactorPolicies,
} from '../vocabulary/index.ts';
import { at, id, oneOf, rule } from './columns.ts';

/** The one company that runs this installation. Always the row `org`. */
export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    currency: text('currency').notNull(),
    patientWord: text('patient_word').notNull(),
    postalAddress: text('postal_address').notNull(),
    /** Days after which a rejected applicant may apply again by itself. */
    reapplyAfterDays: integer('reapply_after_days').notNull().default(90),
    staffTwoFactor: text('staff_two_factor', { enum: twoFactorPolicies }).notNull(),
    /** Colour of buttons and links in both portals and in mails; empty: each app has its own. */
    accent: text('accent'),
    /** Names the logo that is shown; empty: the product's own mark. */
    logoHash: text('logo_hash'),
    isDemo: boolean('is_demo').notNull(),
    firstStartedAt: at('first_started_at').notNull(),
  },
  (t) => [
    rule('organisation_single', sql`${t.id} = 'org'`),
    rule('organisation_accent', sql`${t.accent} ~ '^#[0-9a-f]{6}$'`),
    oneOf('organisation_two_factor', t.staffTwoFactor, twoFactorPolicies),
    rule('organisation_reapply', sql`${t.reapplyAfterDays} between 0 and 3650`),
  ],
);

/** Logos by their hash: an address that was handed out, in a mail say, goes on showing what it showed. */
export const logos = pgTable(
  'logos',
  {
    hash: text('hash').primaryKey(),
    contentType: text('content_type', { enum: logoTypes }).notNull(),
    /** The file in base64. */
    content: text('content').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [oneOf('logos_content_type', t.contentType, logoTypes)],
);

/** A person who can sign in to one of the three apps. */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    audience: text('audience', { enum: accountAudiences }).notNull(),
    email: text('email').notNull(),
    emailNormalised: text('email_normalised').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    staffRole: text('staff_role', { enum: staffRoles }),
    partnerId: text('partner_id'),
    partnerRole: text('partner_role', { enum: partnerRoles }),
    clientId: text('client_id'),
    totpSecretEncrypted: text('totp_secret_encrypted'),
    totpEnabledAt: at('totp_enabled_at'),
    /** The last accepted time step, so that a code works once. */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }),
    /** Since when there is a passkey; empty again with the last one. */
    passkeysSince: at('passkeys_since'),
    emailVerifiedAt: at('email_verified_at'),
    /** The friend's link a patient registered with; decides about the invite once the e-mail is verified. */
    registeredLinkId: text('registered_link_id'),
    /** A new address that waits for the link sent to it to be used. */
    pendingEmail: text('pending_email'),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('accounts_audience_email').on(t.audience, t.emailNormalised),
    index('accounts_partner').on(t.partnerId),
    uniqueIndex('accounts_client').on(t.clientId),
    oneOf('accounts_audience', t.audience, accountAudiences),
    rule(
      'accounts_belongs_to_its_audience',
      sql`(${t.audience} = 'staff' and ${t.staffRole} is not null and ${t.partnerId} is null and ${t.clientId} is null)
       or (${t.audience} = 'partner' and ${t.partnerId} is not null and ${t.partnerRole} is not null and ${t.staffRole} is null and ${t.clientId} is null)
       or (${t.audience} = 'patient' and ${t.clientId} is not null and ${t.staffRole} is null and ${t.partnerId} is null)`,
    ),
  ],
);

/** What one person keeps of one list under a name: its filters, order and columns, as the address says them. */
export const tableViews = pgTable(
  'table_views',
  {
    id: id(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    list: text('list').notNull(),
    name: text('name').notNull(),
    /** Lower-case: two views of a list never differ in case alone. */
    nameSort: text('name_sort').notNull(),
    query: jsonb('query').$type<Record<string, string>>().notNull(),
    /** Opens when the person comes to the list without asking for anything. */
    isDefault: boolean('is_default').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('table_views_name').on(t.accountId, t.list, t.nameSort),
    uniqueIndex('table_views_default').on(t.accountId, t.list).where(sql`${t.isDefault}`),
  ],
);

/** How one person likes lists to look. */
export const tableSettings = pgTable(
  'table_settings',
  {
    accountId: text('account_id')
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    density: text('density', { enum: densities }).notNull(),
  },
  (t) => [oneOf('table_settings_density', t.density, densities)],
);

/** Sessions hold SHA-256 of the id only: a stolen backup opens no account. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    /** Names the session to its owner; opens nothing. */
    publicId: text('public_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    audience: text('audience', { enum: accountAudiences }).notNull(),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
    createdAt: at('created_at').notNull(),
    /** Idle limit, moved forward while the session is used. */
    expiresAt: at('expires_at').notNull(),
    /** Absolute limit, never moved. */
    endsAt: at('ends_at').notNull(),
    twoFactorAt: at('two_factor_at'),
    lastUsedAt: at('last_used_at').notNull(),
    /** When the person last proved who they are: sensitive acts ask for it again after a while. */
    confirmedAt: at('confirmed_at'),
    /** What a passkey has to sign next, once and for a few minutes. */
    challenge: text('challenge'),
    challengeEndsAt: at('challenge_ends_at'),
  },
  (t) => [
    uniqueIndex('sessions_public_id').on(t.publicId),
    index('sessions_account').on(t.accountId),
    index('sessions_expiry').on(t.expiresAt),
  ],
);

/**
 * An administrator sees the portal of a partner as it does, and changes nothing: who, why, and for how long. It is the
 * session itself; of the secrets in the link and in the cookie it holds hashes only.
 */
export const partnerLooks = pgTable(
  'partner_looks',
  {
    id: id(),
    partnerId: text('partner_id').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => accounts.id),
    /** The session it was asked for in, by its public id: it lasts no longer than that one. */
    staffSession: text('staff_session').notNull(),
    /** The partner reads it. */
    reason: text('reason').notNull(),
    createdAt: at('created_at').notNull(),
    sessionHash: text('session_hash'),
    startedAt: at('started_at'),
    /** Known from the start, never moved. */
    endsAt: at('ends_at'),
    endedAt: at('ended_at'),
    ended: text('ended', { enum: lookEnds }),
  },
  (t) => [
    uniqueIndex('partner_looks_session').on(t.sessionHash),
    index('partner_looks_partner').on(t.partnerId, t.startedAt, t.id),
    index('partner_looks_running')
      .on(t.endsAt)
      .where(sql`${t.startedAt} is not null and ${t.endedAt} is null`),
    oneOf('partner_looks_ended', t.ended, lookEnds),
    rule(
      'partner_looks_started',
      sql`(${t.startedAt} is null) = (${t.endsAt} is null) and (${t.startedAt} is null) = (${t.sessionHash} is null)`,
    ),
    rule('partner_looks_ended_once', sql`(${t.endedAt} is null) = (${t.ended} is null)`),
    rule('partner_looks_limit', sql`${t.endsAt} <= ${t.startedAt} + interval '30 minutes'`),
  ],
);

/**
 * Who tried to get in, and how it ended. Tied to no account row: an address nobody signs in with leaves a row as well, so
 * that the answer takes the same time. The device is one of a few words, the address a keyed hash.
 */
export const signIns = pgTable(
  'sign_ins',
  {
    id: id(),
    accountId: text('account_id').notNull(),
    at: at('at').notNull(),
    outcome: text('outcome', { enum: signInOutcomes }).notNull(),
    /** Null where nothing was presented, such as a session that was ended. */
    method: text('method', { enum: signInMethods }),
    device: text('device').notNull(),
    addressHash: text('address_hash').notNull(),
  },
  (t) => [
    index('sign_ins_account').on(t.accountId, t.at, t.id),
    index('sign_ins_at').on(t.at),
    oneOf('sign_ins_outcome', t.outcome, signInOutcomes),
    oneOf('sign_ins_method', t.method, signInMethods),
  ],
);

/** A key on somebody's device that stands in for the code of the second step. Only its public half is here. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credentialId: text('credential_id').notNull(),
    publicKey: text('public_key').notNull(),
    /** Counts uses where the device counts: a copy of the key falls behind. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull(),
    lastUsedAt: at('last_used_at'),
  },
  (t) => [uniqueIndex('passkeys_credential').on(t.credentialId), index('passkeys_account').on(t.accountId)],
);

/** One-time codes for whoever lost the second factor. Only keyed hashes; a used one stays to be counted. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    createdAt: at('created_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** A colleague asked by mail to join the staff or a partner's team. */
export const teamInvitations = pgTable(
  'team_invitations',
  {
    id: id(),
    audience: text('audience', { enum: accountAudiences }).notNull(),
    email: text('email').notNull(),
    emailNormalised: text('email_normalised').notNull(),
    name: text('name').notNull(),
    staffRole: text('staff_role', { enum: staffRoles }),
    partnerId: text('partner_id'),
    partnerRole: text('partner_role', { enum: partnerRoles }),
    invitedBy: text('invited_by').notNull(),
    createdAt: at('created_at').notNull(),
    /** Moved forward when it is sent again. */
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    index('team_invitations_partner').on(t.partnerId),
    uniqueIndex('team_invitations_waiting')
      .on(t.audience, sql`coalesce(${t.partnerId}, '')`, t.emailNormalised)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    rule(
      'team_invitations_belongs_to_its_audience',
      sql`(${t.audience} = 'staff' and ${t.staffRole} is not null and ${t.partnerId} is null and ${t.partnerRole} is null)
       or (${t.audience} = 'partner' and ${t.partnerId} is not null and ${t.partnerRole} is not null and ${t.staffRole} is null)`,
    ),
  ],
);

/** Single-use links by mail. Only the hash is stored; consumed by setting `usedAt` where it is null. */
export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    hash: text('hash').notNull(),
    purpose: text('purpose', { enum: tokenPurposes }).notNull(),
    subjectId: text('subject_id').notNull(),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    uniqueIndex('tokens_hash').on(t.hash),
    index('tokens_subject').on(t.purpose, t.subjectId),
    oneOf('tokens_purpose', t.purpose, tokenPurposes),
  ],
);

/** Counters of rate-limiter-flexible: limits hold across processes. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
});

/** A key for a machine: acts for the organisation, or for one partner. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull(),
    /** Kept encrypted, not hashed: HMAC verification needs the secret itself. */
    signingSecretEncrypted: text('signing_secret_encrypted').notNull(),
    scopes: text('scopes').array().notNull(),
    partnerId: text('partner_id'),
    createdAt: at('created_at').notNull(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.keyHash)],
);

/** First answer per key, replayed byte for byte. A row without an answer is in flight. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    apiKeyId: text('api_key_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    responseStatus: integer('response_status'),
    responseBody: text('response_body'),
    createdAt: at('created_at').notNull(),
    lockedUntil: at('locked_until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.apiKeyId, t.key] })],
);

/** Signed events from other systems, deduplicated on their own id, acknowledged first and worked later. */
export const inboundEvents = pgTable(
  'inbound_events',
  {
    id: id(),
    apiKeyId: text('api_key_id').notNull(),
    eventId: text('event_id').notNull(),
    type: text('type').notNull(),
    payload: jsonb('payload').notNull(),
    receivedAt: at('received_at').notNull(),
    processedAt: at('processed_at'),
    outcome: text('outcome'),
  },
  (t) => [uniqueIndex('inbound_events_once').on(t.apiKeyId, t.eventId)],
);
