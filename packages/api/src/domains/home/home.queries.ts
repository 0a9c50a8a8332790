import { DEAD_QUEUE, type Tx } from '@goodword/db';
import { sql } from 'drizzle-orm';

export interface WaitingCounts extends Record<string, unknown> {
  applications: number;
  credentials: number;
  requests: number;
  deals: number;
  sharesPastAnswer: number;
  leadsNew: number;
  commissions: number;
  rewards: number;
  batches: number;
  deadJobs: number;
  failedMessages: number;
}

/** Everything that waits for a decision, in one statement. */
export async function countWaiting(tx: Tx, now: Date): Promise<WaitingCounts> {
  const [row] = await tx.execute<WaitingCounts>(sql`
    select
      (select count(*)::int from partners where status = 'pending_review') as applications,
      (select count(*)::int from credentials c join partners p on p.id = c.partner_id
        where c.verified_at is null and c.refused_at is null and c.superseded_at is null
          and c.expires_at > ${now.toISOString()} and p.status <> 'terminated') as credentials,
      (select count(*)::int from referral_requests where status = 'pending') as requests,
      (select count(*)::int from deals where status = 'reported') as deals,
      (select count(*)::int from lead_shares where status = 'sent' and answer_by < ${now.toISOString()}) as "sharesPastAnswer",
      (select count(*)::int from leads where status = 'new') as "leadsNew",
      (select count(*)::int from commissions where status = 'calculated') as commissions,
      (select count(*)::int from rewards where status = 'held') as rewards,
      (select count(*)::int from payout_batches where status in ('draft', 'approved', 'processing')) as batches,
      (select count(*)::int from pgboss.job where name = ${DEAD_QUEUE} and state = 'created') as "deadJobs",
      (select count(*)::int from messages where status = 'failed') as "failedMessages"`);
  if (!row) throw new Error('an aggregate without groups always has a row');
  return row;
}

export interface FirstSteps extends Record<string, unknown> {
  colleagues: boolean;
  partners: boolean;
  coverage: boolean;
  programs: boolean;
}

/** Which of the first things in a new house were done. */
export async function firstSteps(tx: Tx): Promise<FirstSteps> {
  const [row] = await tx.execute<FirstSteps>(sql`
    select
      (select count(*) > 1 from accounts where audience = 'staff') as colleagues,
      exists (select from partners) as partners,
      exists (select from coverage where status <> 'unavailable') as coverage,
      exists (select from programs) as programs`);
  if (!row) throw new Error('a statement without tables always has a row');
  return row;
}

export interface WeekRow extends Record<string, unknown> {
  weekStart: string;
  leads: number;
  referrals: number;
  shares: number;
  deals: number;
}

/** What came in per week, oldest first, weeks with nothing included. */
export async function weeklyActivity(
  tx: Tx,
  range: { from: Date; to: Date; timeZone: string },
): Promise<WeekRow[]> {
  const { timeZone } = range;
  const from = range.from.toISOString();
  const to = range.to.toISOString();
  const week = (column: string) =>
    sql.raw(`date_trunc('week', ${column} at time zone '${timeZone.replaceAll("'", '')}')`);
  return tx.execute<WeekRow>(sql`
    with weeks as (
      select generate_series(
        date_trunc('week', ${from}::timestamptz at time zone ${timeZone}),
        date_trunc('week', ${to}::timestamptz at time zone ${timeZone}), interval '1 week') as start
    )
    select to_char(w.start, 'YYYY-MM-DD') as "weekStart",
      coalesce(l.n, 0)::int as leads, coalesce(r.n, 0)::int as referrals,
      coalesce(s.n, 0)::int as shares, coalesce(d.n, 0)::int as deals
    from weeks w
    left join (select ${week('created_at')} as start, count(*) as n from leads where created_at >= ${from} group by 1) l using (start)
    left join (select ${week('submitted_at')} as start, count(*) as n from partner_referrals where submitted_at >= ${from} group by 1) r using (start)
    left join (select ${week('sent_at')} as start, count(*) as n from lead_shares where sent_at >= ${from} group by 1) s using (start)
    left join (select ${week('verified_at')} as start, count(*) as n from deals where verified_at >= ${from} and status = 'verified' group by 1) d using (start)
    order by w.start`);
}

export interface PeriodRow extends Record<string, unknown> {
  activePartners: number;
  leads: number;
  leadsBefore: number;
  converted: number;
  convertedBefore: number;
}

/** The last 30 days beside the 30 before. */
export async function compareMonths(tx: Tx, now: Date): Promise<PeriodRow> {
  const at = now.toISOString();
  const [row] = await tx.execute<PeriodRow>(sql`
    with p as (select ${at}::timestamptz - interval '30 days' as month, ${at}::timestamptz - interval '60 days' as before)
    select
      (select count(*)::int from partners where status = 'active') as "activePartners",
      (select count(*)::int from leads, p where created_at >= p.month) as leads,
      (select count(*)::int from leads, p where created_at >= p.before and created_at < p.month) as "leadsBefore",
      (select count(*)::int from leads, p where converted_at >= p.month) as converted,
      (select count(*)::int from leads, p where converted_at >= p.before and converted_at < p.month) as "convertedBefore"`);
  if (!row) throw new Error('an aggregate without groups always has a row');
  return row;
}

export interface VerifiedValueRow extends Record<string, unknown> {
  currency: string;
  valueMinor: string;
}

export async function verifiedValue(tx: Tx, since: Date): Promise<VerifiedValueRow[]> {
  return tx.execute<VerifiedValueRow>(sql`
    select currency, sum(value_minor)::text as "valueMinor" from deals
    where status = 'verified' and verified_at >= ${since.toISOString()} group by currency order by sum(value_minor) desc`);
}
