import { connect } from '@goodword/db';
import postgres, { type Sql } from 'postgres';
import { createSessions } from '../src/auth/sessions.ts';
import { install } from '../src/install/install.ts';
import { createVault, hashSecret } from '../src/platform/vault.ts';
import { systemClock } from '../src/shared/clock.ts';
import { keySecret, SIGNING_SECRET, seedId, sizes } from './places.ts';

interface SeedOptions {
  databaseUrl: string;
  superuserUrl: string;
  secret: string;
  partners?: number;
  clients?: number;
  /** Clicks on partners' links. */
  clicks?: number;
}

export interface SignedIn {
  staffCookie: string;
  partnerCookies: string[];
}

/** Fills a migrated, empty database in bulk and signs people in. Only for measurements. */
export async function seed(options: SeedOptions): Promise<SignedIn> {
  const { databaseUrl, superuserUrl, secret } = options;
  const { partners = sizes.partners, clients = sizes.clients, clicks = 0 } = options;
  const db = connect({ url: databaseUrl, max: 4 });
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const vault = createVault(secret);
  const urls = { admin: '', partner: '', patient: '', edge: '' };
  try {
    await install(
      {
        db,
        clock: systemClock,
        vault,
        urls,
        scope: { audience: 'worker' },
        actor: { type: 'worker' },
        requestId: 'bench',
      },
      {
        name: 'Harbour Care',
        timeZone: 'UTC',
        currency: 'USD',
        patientWord: 'patient',
        postalAddress: '1 Quay Street',
        staffTwoFactor: 'optional',
        isDemo: false,
      },
    );
    await sql`set synchronous_commit = off`;
    await insertPartners(sql, partners);
    await insertClients(sql, clients);
    await insertPartnersWork(sql);
    await insertClicks(sql, clicks, partners);
    await insertKeys(sql, vault.encrypt(SIGNING_SECRET));
    await sql`vacuum analyze`;
    await sql`checkpoint`;
    const session = async (audience: 'staff' | 'partner', id: string) => {
      const sessions = createSessions({ db, clock: systemClock, audience, secureCookie: false });
      return (await sessions.open({ id }, { twoFactorDone: true })).split(';')[0] ?? '';
    };
    return {
      staffCookie: await session('staff', seedId('acc', 1_000_000)),
      partnerCookies: await Promise.all(
        Array.from({ length: sizes.signedIn }, (_, index) => session('partner', seedId('acc', index + 1))),
      ),
    };
  } finally {
    await db.end();
    await sql.end();
  }
}

const id = (prefix: string, number = 'i') => `'${prefix}_' || lpad((${number})::text, 26, '0')`;

async function insertPartners(sql: Sql, count: number): Promise<void> {
  const since = `now() - i * interval '1000 days' / ${count}`;
  await sql.unsafe(`
    insert into partner_groups (id, name, name_sort, description, rank, created_at)
    values (${id('pgr', '1')}, 'Gold', 'gold', '', 1, now());
    insert into partners (id, name, name_sort, status, email, email_normalised, code, country, currency, group_id, created_at, activated_at)
    select ${id('par')}, 'Partner ' || i, 'partner ' || lpad((i * 7919 % ${count})::text, 7, '0'),
      case when i % 10 = 0 then 'pending_review' else 'active' end,
      'partner-' || i || '@bench.test', 'partner-' || i || '@bench.test', 'p' || lpad(i::text, 9, '0'), 'AE', 'USD',
      case when i % 100 = 1 then ${id('pgr', '1')} end, ${since}, ${since}
    from generate_series(1, ${count}) i;
    insert into agreement_acceptances (partner_id, agreement_id, account_id, accepted_by_name, accepted_by_role, hash, accepted_at)
    select ${id('par')}, a.id, 'acc_bench', 'Owner', 'owner', a.hash, now()
    from generate_series(1, ${count}) i cross join agreements a;
    insert into engagements (id, partner_id, partner_type_code, regions, direction, formula, base, trigger, rate_bps, split_partner_bps, created_at)
    select ${id('eng')}, ${id('par')}, 'broker', array['AE'], 'we_pay', 'split', 'gross_commission', 'deal_verified', 2000, 6000, now()
    from generate_series(1, ${count}) i;
    insert into accounts (id, audience, email, email_normalised, name, partner_id, partner_role, email_verified_at, created_at)
    select ${id('acc')}, 'partner', 'partner-' || i || '@bench.test', 'partner-' || i || '@bench.test', 'Owner ' || i, ${id('par')}, 'owner', now(), ${since}
    from generate_series(1, ${sizes.signedIn}) i;
    insert into accounts (id, audience, email, email_normalised, name, staff_role, totp_enabled_at, email_verified_at, created_at)
    select ${id('acc', '1000000')}, 'staff', 'staff@bench.test', 'staff@bench.test', 'Staff', 'admin', now(), now(), now();
    insert into share_links (id, code, partner_id, campaign, created_at)
    select ${id('lnk')}, lpad(i::text, 10, '0'), ${id('par', 'i * 10 - 1')}, 'bench', now()
    from generate_series(1, ${linksOf(count)}) i;`);
}

/** Every tenth partner has a link, up to as many as the measurements use. */
function linksOf(partners: number): number {
  return Math.min(sizes.links, partners / 10);
}

/** The last thirty days of links: the first link has the same clicks whatever the others have. */
async function insertClicks(sql: Sql, count: number, partners: number): Promise<void> {
  const link = `case when i <= ${sizes.ownClicks} then 1 else 2 + i % ${linksOf(partners) - 1} end`;
  await sql.unsafe(`
    insert into interactions (kind, link_id, partner_id, visitor_hash, occurred_at)
    select 'click', ${id('lnk', link)}, ${id('par', `(${link}) * 10 - 1`)}, md5(i::text), now() - i % 43200 * interval '1 minute'
    from generate_series(1, ${count}) i;`);
}

async function insertClients(sql: Sql, count: number): Promise<void> {
  await sql.unsafe(`
    insert into clients (id, name, email, email_normalised, email_verified_at, locale, created_at)
    select ${id('cli')}, 'Client ' || i, 'client-' || i || '@bench.test', 'client-' || i || '@bench.test', now(), 'en', now() - i * interval '1 minute'
    from generate_series(1, ${count}) i;
    insert into leads (id, client_id, status, source, region, currency, budget_min_minor, budget_max_minor, amenities, created_at)
    select ${id('led')}, ${id('cli')}, (array['new', 'contacted', 'qualified', 'in_progress', 'lost'])[1 + i % 5], 'staff',
      (array['AE', 'IN', 'US-CA', 'GB'])[1 + i / 5 % 4], 'USD', 100000, 900000, '{}', now() - i * interval '1 minute'
    from generate_series(1, ${count}) i;
    update leads set status = 'qualified', region = 'AE' where id <= ${id('led', String(sizes.consenting))};
    insert into consents (id, client_id, purpose, recipient_kind, recipient, scope, decision, wording_version, locale, channel, evidence, occurred_at)
    select ${id('con', "(i * 3 + array_position(array['contact', 'budget', 'requirements'], scope))")}, ${id('cli')}, 'lead_sharing', 'class', 'broker', scope,
      'granted', '2026-1', 'en', 'web_form', 'bench', now()
    from generate_series(1, ${sizes.consenting}) i, unnest(array['contact', 'budget', 'requirements']) scope;`);
}

/** What the home page of a busy partner counts. Shares lie on leads that the measurements do not share. */
async function insertPartnersWork(sql: Sql): Promise<void> {
  const later = `i + ${sizes.consenting}`;
  await sql.unsafe(`
    insert into lead_shares (id, lead_id, client_id, partner_id, engagement_id, partner_type_code, status, tick_contact, tick_budget,
      tick_requirements, shared_by, sent_at, answer_by, accepted_at, ended_at, outcome)
    select ${id('shr')}, ${id('led', `(${later})`)}, ${id('cli', `(${later})`)}, ${id('par', '1')}, ${id('eng', '1')}, 'broker',
      case when i % 20 = 0 then 'sent' else 'closed' end, true, true, true, 'bench', now() - interval '9 days', now(),
      case when i % 20 = 0 then null else now() - interval '8 days' end, case when i % 20 = 0 then null else now() end,
      case when i % 20 = 0 then null else 'won' end
    from generate_series(1, ${sizes.ownShares}) i;
    insert into deals (id, lead_id, client_id, status, value_minor, currency, share_id, partner_id, engagement_id, reported_by, closed_at, created_at)
    select ${id('del')}, ${id('led', `(${later})`)}, ${id('cli', `(${later})`)}, 'verified', 1000000, 'USD', ${id('shr')}, ${id('par', '1')}, ${id('eng', '1')},
      'bench', now(), now()
    from generate_series(1, ${sizes.ownShares}) i where i % 20 <> 0;
    insert into commissions (id, deal_id, partner_id, engagement_id, direction, plan_line, instalment, status, amount_minor, currency, base_minor, trace, created_at)
    select ${id('com')}, ${id('del')}, ${id('par', '1')}, ${id('eng', '1')}, 'we_pay', 'share', 1, 'approved', 12000, 'USD', 20000, '{}', now()
    from generate_series(1, ${sizes.ownShares}) i where i % 20 <> 0;`);
}

async function insertKeys(sql: Sql, signingSecretEncrypted: string): Promise<void> {
  for (let number = 1; number <= sizes.apiKeys; number++) {
    await sql`
      insert into api_keys (id, name, key_hash, signing_secret_encrypted, scopes, created_at)
      values (${seedId('key', number)}, ${`clinic ${number}`}, ${hashSecret(keySecret(number))}, ${signingSecretEncrypted},
        array['events:write'], now())`;
  }
}
