import type { Tx } from '@goodword/db';
import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, type Page } from '../../shared/pagination.ts';
import { type Counts, type FigureKey, LEAST_TO_SAY, nothing } from './scorecard.ts';

export interface Window {
  from: Date;
  to: Date;
}

/**
 * What happened with each partner in a window: one pass over each table, not one per partner. An offer counts in the
 * window it was made in, an ending in the window it ended in. What we took back ourselves is nobody's answer.
 */
function countsIn({ from, to }: Window, partnerIds?: readonly string[]): SQL {
  const within = (column: string) =>
    sql`${sql.raw(column)} > ${from.toISOString()}::timestamptz and ${sql.raw(column)} <= ${to.toISOString()}::timestamptz`;
  const only = partnerIds ? sql`and partner_id in ${partnerIds}` : sql``;
  return sql`
    select p.id as partner_id, p.name, p.name_sort, p.status,
      coalesce(o.offered, 0)::int as offered, coalesce(o.accepted, 0)::int as accepted,
      coalesce(o.answered, 0)::int as answered, o.median_seconds,
      coalesce(e.ended, 0)::int as ended, coalesce(e.won, 0)::int as won,
      coalesce(d.verified, 0)::int as verified, coalesce(d.standing, 0)::int as standing,
      coalesce(c.complaints, 0)::int as complaints
    from partners p
    left join (
      select partner_id, count(*) as offered, count(accepted_at) as accepted, count(answered_at) as answered,
        percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at))
          filter (where answered_at is not null) as median_seconds
      from (
        select partner_id, sent_at, accepted_at,
          coalesce(accepted_at, case when status = 'rejected' then ended_at end) as answered_at
        from lead_shares
        where ${within('sent_at')} and (accepted_at is not null or status in ('rejected', 'expired')) ${only}
        union all
        select partner_id, intro_sent_at, connected_at, coalesce(connected_at, closed_at)
        from introductions
        where ${within('intro_sent_at')} and (connected_at is not null or status = 'declined') ${only}
      ) offers group by partner_id
    ) o on o.partner_id = p.id
    left join (
      select partner_id, count(*) as ended, count(*) filter (where won) as won from (
        select s.partner_id, exists (select from deals where share_id = s.id and status = 'verified') as won
        from lead_shares s
        where ${within('ended_at')} and accepted_at is not null and status in ('closed', 'returned') ${only}
        union all
        select i.partner_id, exists (select from deals where introduction_id = i.id and status = 'verified')
        from introductions i
        where ${within('closed_at')} and connected_at is not null and status = 'closed' ${only}
      ) endings group by partner_id
    ) e on e.partner_id = p.id
    left join (
      select partner_id, count(*) as verified, count(*) filter (where status = 'verified') as standing
      from deals where ${within('verified_at')} and status in ('verified', 'reversed') ${only} group by partner_id
    ) d on d.partner_id = p.id
    left join (
      select partner_id, count(*) as complaints from complaints
      where ${within('received_at')} and outcome is distinct from 'unfounded' ${only} group by partner_id
    ) c on c.partner_id = p.id
    where ${partnerIds ? sql`p.id in ${partnerIds}` : sql`p.status = 'active'`}`;
}

function toCounts(row: Record<string, unknown>): Counts {
  const number = (name: string) => Number(row[name] ?? 0);
  return {
    offered: number('offered'),
    accepted: number('accepted'),
    answered: number('answered'),
    medianSeconds: row.median_seconds === null ? null : number('median_seconds'),
    ended: number('ended'),
    won: number('won'),
    verified: number('verified'),
    standing: number('standing'),
    complaints: number('complaints'),
  };
}

/** The counts of these partners. */
export async function countsOf(
  tx: Tx,
  partnerIds: readonly string[],
  window: Window,
): Promise<Map<string, Counts>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx.execute<Record<string, unknown>>(countsIn(window, partnerIds));
  return new Map(rows.map((row) => [String(row.partner_id), toCounts(row)]));
}

/** What a list is sorted by: the same figures, and nothing where there are too few to say. */
const values: Record<FigureKey, SQL> = {
  acceptance: sql`case when f.offered >= ${LEAST_TO_SAY} then f.accepted::float8 / f.offered end`,
  response: sql`case when f.answered >= ${LEAST_TO_SAY} then f.median_seconds end`,
  conversion: sql`case when f.ended >= ${LEAST_TO_SAY} then f.won::float8 / f.ended end`,
  retention: sql`case when f.verified >= ${LEAST_TO_SAY} then f.standing::float8 / f.verified end`,
  complaints: sql`f.complaints::float8`,
};

/** Behind every figure there is. */
const NO_FIGURE = 1e15;

export interface ListedCounts {
  id: string;
  name: string;
  counts: Counts;
}

/** Active partners by a figure or by name; those with too few to say come last, either way round. */
export async function listCounts(
  tx: Tx,
  filter: {
    window: Window;
    sort: FigureKey | 'name';
    dir: 'asc' | 'desc';
    cursor?: string | null;
    limit: number;
  },
): Promise<Page<ListedCounts>> {
  const { window, sort, dir, limit } = filter;
  const byName = sort === 'name';
  const sign = sql.raw(dir === 'asc' ? '1' : '-1');
  const key = byName ? sql`f.name_sort` : sql`coalesce(${sign} * (${values[sort]}), ${NO_FIGURE}::float8)`;
  const after = decodeCursor(filter.cursor);
  const usable = after && (byName || Number.isFinite(Number(after.value)));
  const backwards = byName && dir === 'desc';
  const past = sql.raw(backwards ? '<' : '>');
  const order = sql.raw(backwards ? 'desc' : 'asc');
  const position = byName ? sql`${after?.value}::text` : sql`${after?.value}::float8`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select f.*, (${key})::text as key from (${countsIn(window)}) f
    where ${usable ? sql`(${key}, f.partner_id) ${past} (${position}, ${after.id})` : sql`true`}
    order by ${key} ${order}, f.partner_id ${order} limit ${limit + 1}`);
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit).map((row) => ({
      id: String(row.partner_id),
      name: String(row.name),
      counts: toCounts(row),
    })),
    nextCursor:
      rows.length > limit && last
        ? encodeCursor({ value: String(last.key), id: String(last.partner_id) })
        : null,
  };
}

export function countsOrNothing(counts: ReadonlyMap<string, Counts>, id: string): Counts {
  return counts.get(id) ?? nothing;
}
