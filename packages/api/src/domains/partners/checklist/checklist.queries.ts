import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { readActions } from '../../../platform/record-read.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { NEWCOMER_DAYS, type OnboardingFacts, STALLED_AFTER_DAYS, settlingStatuses } from './checklist.ts';

const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/** The version in force for the partner: the newest that counts and is meant for its types. */
const inForce = (now: Date) => sql`
  select v.id from agreements v
  where v.published_at is not null and v.counts_from <= ${moment(now)}
    and (cardinality(v.partner_type_codes) = 0 or exists (
      select from engagements e where e.partner_id = partners.id and e.ended_at is null
        and e.partner_type_code = any (v.partner_type_codes)))
  order by v.version desc limit 1`;

/** The credentials the types of the partner require where it works: kind, and the narrower of both regions. */
const asked = sql`
  select r.kind, case when length(own.region) >= length(area.region) then own.region else area.region end as region
  from engagements e
  join partner_types t on t.code = e.partner_type_code
  cross join lateral jsonb_to_recordset(t.credentials) as r(kind text, regions jsonb, required boolean)
  cross join lateral jsonb_array_elements_text(r.regions) as area(region)
  cross join lateral unnest(case when cardinality(e.regions) = 0 then array[area.region] else e.regions end) as own(region)
  where e.partner_id = partners.id and e.ended_at is null and r.required and ${overlap(sql`own.region`, sql`area.region`)}`;

function overlap(one: SQL, other: SQL): SQL {
  return sql`(${one} = ${other} or ${one} ^@ (${other} || '-') or ${other} ^@ (${one} || '-'))`;
}

/** One of them that nothing verified and in date answers. */
const lacking = (now: Date) => sql`
  select from (${asked}) q where not exists (
    select from credentials c
    where c.partner_id = partners.id and c.kind = q.kind and c.verified_at is not null
      and c.superseded_at is null and c.expires_at > ${moment(now)} and ${overlap(sql`c.region`, sql`q.region`)})`;

/**
 * Asked row by row and only as far as a page needs. As plain conditions they would be joined to all partners at once,
 * which is quick for a count of everything and slow for the twenty-five rows somebody looks at.
 */
const lazily = (condition: SQL): SQL<boolean> => sql`(select ${condition})`;

/** Each fact as a condition about the row of `partners`. The one place: the lists, the counts and both pages ask here. */
function factsAt(now: Date): Record<keyof OnboardingFacts, SQL<boolean>> {
  return {
    account: lazily(sql`exists (select from accounts a
      where a.partner_id = partners.id and a.audience = 'partner' and a.disabled_at is null)`),
    agreement: lazily(sql`exists (select from agreement_acceptances x
      where x.partner_id = partners.id and x.agreement_id = (${inForce(now)}))`),
    profile: sql`(coalesce(partners.contact_name, '') <> '' and coalesce(partners.phone, '') <> ''
      and coalesce(partners.about, '') <> '')`,
    credentialsAsked: lazily(sql`exists (${asked})`),
    credentials: lazily(sql`not exists (${lacking(now)})`),
    start: lazily(sql`(
      exists (select from partner_referrals r where r.partner_id = partners.id)
      or exists (select from share_links l where l.partner_id = partners.id and l.campaign <> 'default')
      or exists (select from lead_shares s where s.partner_id = partners.id and s.accepted_at is not null)
      or exists (select from introductions i where i.partner_id = partners.id and i.status in ('connected', 'closed'))
      or exists (select from share_links l join interactions i on i.link_id = l.id where l.partner_id = partners.id))`),
  };
}

const completeAt = (now: Date) => {
  const { account, agreement, profile, credentials, start } = factsAt(now);
  return sql`(${account} and ${agreement} and ${profile} and ${credentials} and ${start})`;
};

/** When something last happened to the partner, looking at it left out. */
const lastAt = sql<Date>`greatest(partners.created_at,
  (select a.occurred_at from audit_entries a where a.subject_id = partners.id
    and a.action not in ${[...readActions]} order by a.seq desc limit 1),
  (select max(a.created_at) from accounts a where a.partner_id = partners.id),
  (select max(greatest(c.created_at, c.verified_at, c.refused_at)) from credentials c where c.partner_id = partners.id))`.mapWith(
  partners.createdAt,
);

/** The facts of these partners. */
export async function readOnboardingFacts(
  tx: Tx,
  partnerIds: readonly string[],
  now: Date,
): Promise<Map<string, OnboardingFacts>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: partners.id, ...factsAt(now) })
    .from(partners)
    .where(inArray(partners.id, [...partnerIds]));
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** When something last happened to a partner. For staff: the trail is closed to everybody else. */
export async function readLastAt(tx: Tx, partnerId: string): Promise<Date | undefined> {
  const [row] = await tx
    .select({ lastAt })
    .from(partners)
    .where(inArray(partners.id, [partnerId]));
  return row?.lastAt;
}

/** How far a newcomer has come, as a list is filtered by it. */
export type OnboardingFilter = 'open' | 'stalled' | 'done';

export function onboardingIs(filter: OnboardingFilter, now: Date): SQL | undefined {
  const settling = inArray(partners.status, [...settlingStatuses]);
  if (filter === 'done') return and(settling, completeAt(now));
  if (filter === 'open') return and(settling, sql`not ${completeAt(now)}`);
  return and(
    inArray(
      partners.status,
      settlingStatuses.filter((status) => status !== 'pending_review'),
    ),
    sql`${partners.createdAt} > ${moment(addDays(now, -NEWCOMER_DAYS))}`,
    sql`${lastAt} <= ${moment(addDays(now, -STALLED_AFTER_DAYS))}`,
    sql`not ${completeAt(now)}`,
  );
}

/** How many newcomers have stopped half way. */
export async function countStalled(tx: Tx, now: Date): Promise<number> {
  return tx.$count(partners, onboardingIs('stalled', now));
}
