import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import type { PartnerStatus } from '@goodword/db/vocabulary';
import { and, asc, eq, inArray, isNotNull, ne, or } from 'drizzle-orm';
import { behind } from '../../../platform/keyset.queries.ts';
import type { Keyset } from '../../../shared/pagination.ts';
import type { PartnerRow } from '../partners.queries.ts';

/** Applications, oldest first: who waits longest is served first. */
export async function listApplicationRows(
  tx: Tx,
  filter: { status: PartnerStatus; after: Keyset | null; limit: number },
): Promise<PartnerRow[]> {
  return tx
    .select()
    .from(partners)
    .where(
      and(
        eq(partners.status, filter.status),
        isNotNull(partners.appliedAt),
        behind({ at: partners.appliedAt, id: partners.id }, filter.after, 'asc'),
      ),
    )
    .orderBy(asc(partners.appliedAt), asc(partners.id))
    .limit(filter.limit);
}

type Identity = Pick<PartnerRow, 'id' | 'name' | 'nameSort' | 'emailNormalised' | 'status'>;

/** Other partners that share name or address with one of these. */
export async function findSimilarPartners(tx: Tx, rows: readonly PartnerRow[]): Promise<Identity[]> {
  const emails = rows.flatMap((row) => row.emailNormalised ?? []);
  const names = rows.map((row) => row.nameSort);
  if (names.length === 0) return [];
  return tx
    .select({
      id: partners.id,
      name: partners.name,
      nameSort: partners.nameSort,
      emailNormalised: partners.emailNormalised,
      status: partners.status,
    })
    .from(partners)
    .where(
      or(
        inArray(partners.nameSort, names),
        emails.length > 0 ? inArray(partners.emailNormalised, emails) : undefined,
      ),
    )
    .limit(500);
}

/** One partner that is or was an application; undefined for any other. */
export async function findApplication(tx: Tx, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.id, id), isNotNull(partners.appliedAt), ne(partners.status, 'invited')));
  return row;
}
