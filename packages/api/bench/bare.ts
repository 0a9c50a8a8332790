import { randomBytes, randomUUID } from 'node:crypto';
import postgres, { type ReservedSql } from 'postgres';
import { newId } from '../src/shared/id.ts';
import { linkCode, type Setup, seedId, sizes } from './places.ts';
import type { Lane, Side } from './side.ts';

type Statements = (run: Run, call: number) => Promise<void>;
type Run = (text: string, values?: unknown[]) => Promise<postgres.Row[]>;

/**
 * The statements of a measurement and nothing else: prepared, each lane with a connection of its own, as a role that
 * row-level security leaves alone. This is what the database itself can do.
 */
export function bareSide(statements: Statements, { transaction }: { transaction: boolean }): Side {
  return async ({ superuserUrl, connections }: Setup) => {
    const sql = postgres(superuserUrl, { max: connections, onnotice: () => {} });
    const lane = async (): Promise<Lane> => {
      const connection = await sql.reserve();
      const run = runOn(connection);
      if (!transaction)
        return { call: (number) => statements(run, number), close: () => connection.release() };
      return {
        async call(number) {
          await connection.unsafe('begin');
          await statements(run, number);
          await connection.unsafe('commit');
        },
        close: () => connection.release(),
      };
    };
    return { lane, close: () => sql.end({ timeout: 5 }) };
  };
}

function runOn(connection: ReservedSql): Run {
  return (text, values = []) => connection.unsafe(text, values as never[], { prepare: true });
}

const audit = `insert into audit_entries (id, occurred_at, audience, actor_type, actor_id, action, subject_type, subject_id, from_state, to_state, fields, request_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const outbox = `insert into outbox (type, subject_id, payload, occurred_at, request_id) values ($1, $2, $3, $4, $5)`;

async function trace(
  run: Run,
  change: { action: string; type: string; id: string; to: string | null; payload: object },
) {
  const now = new Date();
  const requestId = randomUUID();
  const { action, type, id, to, payload } = change;
  await run(audit, [
    newId('audit', now),
    now,
    'partner',
    'partner',
    seedId('acc', 1),
    action,
    type,
    id,
    null,
    to,
    '',
    requestId,
  ]);
  await run(outbox, [action, id, payload, now, requestId]);
}

export const click: Statements = async (run, call) => {
  await run(
    `with link as (
      select l.id, l.partner_id, l.client_id
      from share_links l left join partners p on p.id = l.partner_id
      where l.code = $1 and l.revoked_at is null and (l.partner_id is null or p.status = 'active')
    ), recorded as (
      insert into interactions (kind, link_id, partner_id, client_id, visitor_hash, occurred_at)
      select 'click', id, partner_id, client_id, $2, $3 from link
    )
    select partner_id, client_id from link`,
    [linkCode((call % 100) + 1), randomBytes(32).toString('base64url'), new Date()],
  );
};

export const event: Statements = async (run, call) => {
  const now = new Date();
  const apiKeyId = seedId('key', (call % sizes.apiKeys) + 1);
  const key = `webhook-id:bare-${call}-${randomUUID()}`;
  const id = newId('inboundEvent', now);
  await run(
    `insert into idempotency_keys (api_key_id, key, request_hash, created_at, locked_until) values ($1, $2, $3, $4, $4)
     on conflict do nothing returning key`,
    [apiKeyId, key, randomBytes(32).toString('base64url'), now],
  );
  await run(
    `insert into inbound_events (id, api_key_id, event_id, type, payload, received_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, apiKeyId, key, 'consultation.completed', consultation(key), now],
  );
  await trace(run, { action: 'inbound_event.received', type: 'inbound_event', id, to: null, payload: {} });
  await run(
    `update idempotency_keys set response_status = $1, response_body = $2 where api_key_id = $3 and key = $4`,
    [202, JSON.stringify({ id, status: 'accepted' }), apiKeyId, key],
  );
};

/** An event as a clinic sends it. */
export function consultation(consultationId: string) {
  return {
    type: 'consultation.completed',
    data: {
      patientEmail: 'client-1@bench.test',
      consultationId: consultationId.slice(0, 100),
      completedAt: new Date(Date.now() - 60_000).toISOString(),
      payer: 'self_pay',
    },
  };
}

export const submit: Statements = async (run, call) => {
  const now = new Date();
  const number = (call % sizes.signedIn) + 1;
  const partnerId = seedId('par', number % 10 === 0 ? number - 1 : number);
  const engagementId = partnerId.replace('par', 'eng');
  const id = newId('partnerReferral', now);
  await run('select name, status, email_normalised from partners where id = $1', [partnerId]);
  await run(
    `select e.id, t.code, t.name, e.regions, t.form_fields from engagements e join partner_types t on t.code = e.partner_type_code
     where e.partner_id = $1 and e.ended_at is null and e.id = $2 order by e.created_at, e.id`,
    [partnerId, engagementId],
  );
  await run(
    `insert into partner_referrals (id, partner_id, engagement_id, partner_type_code, source, status, client_name, client_email,
       email_hash, details, consent_attested_at, consent_wording_version, submitted_by, submitted_at, expires_at)
     values ($1, $2, $3, 'broker', 'email', 'submitted', $4, $5, $6, $7, $8, '2026-1', $9, $8, $10)`,
    [
      id,
      partnerId,
      engagementId,
      'Carla Client',
      `bare-${randomUUID()}@client.test`,
      randomBytes(32).toString('base64url'),
      {},
      now,
      seedId('acc', number),
      new Date(now.getTime() + 14 * 86_400_000),
    ],
  );
  await trace(run, {
    action: 'partner_referral.submitted',
    type: 'partner_referral',
    id,
    to: 'submitted',
    payload: { partnerId },
  });
};

/** Which lead goes to which partner in the n-th share of a side: each pair once, neighbours never the same partner. */
export function pairOf(call: number, side: 'bare' | 'product') {
  const turn = Math.floor(call / sizes.consenting);
  if (turn >= sizes.sharers)
    throw new Error('all pairs of lead and partner are used up: measure shorter rounds');
  const lead = (call % sizes.consenting) + 1;
  const slot = (lead + turn) % sizes.sharers;
  // Every tenth partner of the seed is not active; those in front of them are taken from behind the first hundred.
  const partner = 200 + (side === 'bare' ? 0 : 400) + slot * 2 + 1;
  return {
    leadId: seedId('led', lead),
    partnerId: seedId('par', partner),
    engagementId: seedId('eng', partner),
  };
}

export const share: Statements = async (run, call) => {
  const now = new Date();
  const { leadId, partnerId, engagementId } = pairOf(call, 'bare');
  const [lead] = await run(
    `select l.id, l.client_id, l.status, c.name, c.email, c.phone, c.location, l.region, l.currency, l.budget_min_minor, l.budget_max_minor,
       l.financing, l.payment, l.property_type, l.place, l.size, l.amenities, l.move_in, l.service_needed, l.message
     from leads l join clients c on c.id = l.client_id where l.id = $1`,
    [leadId],
  );
  await run(
    `select e.id, e.regions, p.id, p.name, p.status, p.capacity, t.code, t.name, t.ceiling, t.contact_opens_at, t.hides_property, t.default_ticks, t.credentials
     from engagements e join partners p on p.id = e.partner_id join partner_types t on t.code = e.partner_type_code
     where e.id = $1 and e.ended_at is null`,
    [engagementId],
  );
  await run('select * from credentials where partner_id in ($1)', [partnerId]);
  await run(
    'select client_id, seq, purpose, recipient_kind, recipient, scope, decision from consents where client_id = any (array[$1]::text[]) order by seq',
    [lead?.client_id],
  );
  const id = newId('leadShare', now);
  await run(
    `insert into lead_shares (id, lead_id, client_id, partner_id, engagement_id, partner_type_code, status, tick_contact, tick_budget,
       tick_requirements, shared_by, sent_at, answer_by)
     values ($1, $2, $3, $4, $5, 'broker', 'sent', true, true, true, $6, $7, $8)`,
    [
      id,
      leadId,
      lead?.client_id,
      partnerId,
      engagementId,
      seedId('acc', 1_000_000),
      now,
      new Date(now.getTime() + 72 * 3_600_000),
    ],
  );
  await trace(run, {
    action: 'lead_share.sent',
    type: 'lead_share',
    id,
    to: 'sent',
    payload: { leadId, partnerId },
  });
  await run('select status, capacity from partners where id = $1 for no key update', [partnerId]);
  await run(
    `select partner_id, count(*) from lead_shares where partner_id in ($1) and status in ('sent', 'accepted', 'in_progress') group by partner_id`,
    [partnerId],
  );
};

export const leadPage: Statements = async (run) => {
  const rows = await run(
    `select l.*, c.name as client_name, c.email as client_email, a.name as assigned_name, p.name as referrer_name
     from leads l join clients c on c.id = l.client_id
     left join accounts a on a.id = l.assigned_to
     left join partner_referrals r on r.id = l.partner_referral_id
     left join partners p on p.id = r.partner_id
     where l.status = $1 order by l.created_at desc, l.id desc limit $2`,
    ['new', 26],
  );
  const ids = rows.map((_, index) => `$${index + 1}`).join(', ');
  await run(
    `select lead_id, count(*) from lead_shares where lead_id in (${ids}) and status in ('sent', 'accepted', 'in_progress') group by lead_id`,
    rows.map((row) => row.id),
  );
};

export const partnerHome: Statements = async (run) => {
  const partner = [seedId('par', 1)];
  await run(
    `select count(*), count(accepted_at), count(*) filter (where status = 'closed' and outcome = 'won')::int,
       count(*) filter (where status in ('sent', 'accepted', 'in_progress'))::int,
       (avg(extract(epoch from ended_at - sent_at)) filter (where status = 'closed' and outcome = 'won'))::float8,
       (avg(extract(epoch from accepted_at - sent_at)))::float8
     from lead_shares where partner_id = $1`,
    partner,
  );
  await run(
    `select currency, sum(value_minor), count(*) from deals where partner_id = $1 and status = 'verified' group by currency order by currency`,
    partner,
  );
  await run(
    `select s.id, t.name, s.sent_at, s.answer_by from lead_shares s join partner_types t on t.code = s.partner_type_code
     where s.partner_id = $1 and s.status = 'sent' order by s.answer_by, s.id limit 10`,
    partner,
  );
  await run(
    `select i.id, t.name, i.intro_sent_at from introductions i join engagements e on e.id = i.engagement_id
     join partner_types t on t.code = e.partner_type_code
     where i.partner_id = $1 and i.status = 'intro_sent' order by i.intro_sent_at, i.id limit 10`,
    partner,
  );
  await run('select capacity from partners where id = $1', partner);
  await run(
    `select currency, sum(amount_minor) from commissions where partner_id = $1 and direction = 'we_pay'
       and status in ('approved', 'scheduled', 'paid') group by currency order by currency`,
    partner,
  );
};
