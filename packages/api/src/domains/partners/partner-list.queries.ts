import type { Tx } from '@goodword/db';
import { accounts, engagements, leadShares, partners } from '@goodword/db/schema';
import { openShareStatuses, type PartnerStatus } from '@goodword/db/vocabulary';
import { and, asc, count, desc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { type OnboardingFilter, onboardingIs } from './checklist/checklist.queries.ts';
import type { PartnerRow } from './partners.queries.ts';

export interface PartnerFilter {
  search?: string;
  status?: PartnerStatus;
  type?: string;
  region?: string;
  /** Account manager; null finds partners without one. */
  owner?: string | null;
  /** Partner group; null finds partners in none. */
  group?: string | null;
  onboarding?: OnboardingFilter;
  now: Date;
  sort: 'name' | 'created';
  dir: 'asc' | 'desc';
  after: Keyset | null;
  limit: number;
}

export async function listPartnerRows(tx: Tx, filter: PartnerFilter): Promise<PartnerRow[]> {
  const column = filter.sort === 'name' ? partners.nameSort : partners.createdAt;
  const order = filter.dir === 'asc' ? asc : desc;
  return tx
    .select()
    .from(partners)
    .where(
      and(
        filter.search ? searchCondition(filter.search) : undefined,
        filter.status ? eq(partners.status, filter.status) : undefined,
        filter.owner === null ? isNull(partners.ownerAccountId) : undefined,
        filter.owner ? eq(partners.ownerAccountId, filter.owner) : undefined,
        filter.group === null ? isNull(partners.groupId) : undefined,
        filter.group ? eq(partners.groupId, filter.group) : undefined,
        filter.onboarding ? onboardingIs(filter.onboarding, filter.now) : undefined,
        filter.type || filter.region ? engagedIn(tx, filter) : undefined,
        behind({ at: column, id: partners.id }, filter.after, filter.dir),
      ),
    )
    .orderBy(order(column), order(partners.id))
    .limit(filter.limit);
}

/** A whole id or address is looked up as such; anything else is the beginning of a name, or a code. */
function searchCondition(search: string): SQL | undefined {
  if (search.includes('@')) return eq(partners.emailNormalised, normaliseEmail(search));
  const text = sortName(search);
  if (/^par_[0-9a-z]{26}$/.test(text)) return eq(partners.id, text);
  return or(sql`${partners.nameSort} COLLATE "C" ^@ ${text}`, eq(partners.code, text));
}

/** A wide area finds what lies inside it, and a place finds whoever covers it. */
function engagedIn(tx: Tx, { type, region }: { type?: string; region?: string }): SQL {
  const place = region
    ? sql`exists (select from unnest(${engagements.regions}) as r(area)
        where r.area = ${region} or r.area = ${region.slice(0, 2)} or r.area ^@ ${`${region}-`})`
    : undefined;
  return exists(
    tx
      .select({ one: sql`1` })
      .from(engagements)
      .where(
        and(
          eq(engagements.partnerId, partners.id),
          isNull(engagements.endedAt),
          type ? eq(engagements.partnerTypeCode, type) : undefined,
          place,
        ),
      ),
  );
}

/** Names of account managers by id. */
export async function namesOfOwners(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Open shares per partner; partners without one are missing. */
export async function countOpenShares(tx: Tx, partnerIds: string[]): Promise<Map<string, number>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ partnerId: leadShares.partnerId, open: count() })
    .from(leadShares)
    .where(and(inArray(leadShares.partnerId, partnerIds), inArray(leadShares.status, [...openShareStatuses])))
    .groupBy(leadShares.partnerId);
  return new Map(rows.map((row) => [row.partnerId, row.open]));
}
