import type { Tx } from '@goodword/db';
import { accounts, credentials, credentialWarnings, partners } from '@goodword/db/schema';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, type SQL } from 'drizzle-orm';
import { behind } from '../../../platform/keyset.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import type { Keyset } from '../../../shared/pagination.ts';
import { type CredentialStatus, warningDays } from './credential.ts';

export type CredentialRow = typeof credentials.$inferSelect;

export async function insertCredential(tx: Tx, row: typeof credentials.$inferInsert): Promise<void> {
  await tx.insert(credentials).values(row);
}

export async function findCredential(tx: Tx, id: string): Promise<CredentialRow | undefined> {
  const [row] = await tx.select().from(credentials).where(eq(credentials.id, id));
  return row;
}

/** Decides about a credential that waits; false when somebody did before. */
export async function decide(
  tx: Tx,
  id: string,
  set: Partial<typeof credentials.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(credentials)
    .set(set)
    .where(
      and(
        eq(credentials.id, id),
        isNull(credentials.verifiedAt),
        isNull(credentials.refusedAt),
        isNull(credentials.supersededAt),
      ),
    )
    .returning({ id: credentials.id });
  return rows.length === 1;
}

/** The verified ones that a renewed one takes the place of. */
export async function supersede(tx: Tx, by: CredentialRow, now: Date): Promise<string[]> {
  const rows = await tx
    .update(credentials)
    .set({ supersededAt: now, supersededBy: by.id })
    .where(
      and(
        eq(credentials.partnerId, by.partnerId),
        eq(credentials.kind, by.kind),
        eq(credentials.region, by.region),
        ne(credentials.id, by.id),
        isNotNull(credentials.verifiedAt),
        isNull(credentials.supersededAt),
        lte(credentials.expiresAt, by.expiresAt),
      ),
    )
    .returning({ id: credentials.id });
  return rows.map(({ id }) => id);
}

export async function listCredentials(
  tx: Tx,
  partnerId: string,
): Promise<{ credential: CredentialRow; verifiedByName: string | null }[]> {
  return tx
    .select({ credential: credentials, verifiedByName: accounts.name })
    .from(credentials)
    .leftJoin(accounts, eq(accounts.id, credentials.verifiedBy))
    .where(eq(credentials.partnerId, partnerId))
    .orderBy(asc(credentials.expiresAt), asc(credentials.id));
}

/** Credentials of all partners in one status, what ends first on top. */
export async function listByStatus(
  tx: Tx,
  filter: { status: CredentialStatus; now: Date; after: Keyset | null; limit: number },
) {
  return tx
    .select({ credential: credentials, partnerName: partners.name, verifiedByName: accounts.name })
    .from(credentials)
    .innerJoin(partners, eq(partners.id, credentials.partnerId))
    .leftJoin(accounts, eq(accounts.id, credentials.verifiedBy))
    .where(
      and(
        inStatus(filter.status, filter.now),
        // What a partner left behind with the end of the relation waits for nobody.
        filter.status === 'waiting' ? ne(partners.status, 'terminated') : undefined,
        behind({ at: credentials.expiresAt, id: credentials.id }, filter.after, 'asc'),
      ),
    )
    .orderBy(asc(credentials.expiresAt), asc(credentials.id))
    .limit(filter.limit);
}

/** The rule of `credentialStatus` as a filter; a test holds the two together. */
function inStatus(status: CredentialStatus, now: Date): SQL | undefined {
  const { expiresAt, verifiedAt, refusedAt, supersededAt } = credentials;
  const live = and(isNull(supersededAt), isNull(refusedAt));
  const soon = addDays(now, warningDays[0]);
  switch (status) {
    case 'superseded':
      return isNotNull(supersededAt);
    case 'refused':
      return and(isNull(supersededAt), isNotNull(refusedAt));
    case 'expired':
      return and(live, lte(expiresAt, now));
    case 'waiting':
      return and(live, gt(expiresAt, now), isNull(verifiedAt));
    case 'expiring':
      return and(live, gt(expiresAt, now), lte(expiresAt, soon), isNotNull(verifiedAt));
    case 'verified':
      return and(live, gt(expiresAt, soon), isNotNull(verifiedAt));
  }
}

/** Verified credentials that end within the first warning, of partners we have not parted from. */
export async function listEnding(tx: Tx, now: Date): Promise<CredentialRow[]> {
  const rows = await tx
    .select({ credential: credentials })
    .from(credentials)
    .innerJoin(partners, eq(partners.id, credentials.partnerId))
    .where(
      and(
        inStatus('expiring', now),
        inArray(partners.status, ['approved', 'active', 'inactive', 'suspended']),
      ),
    )
    .orderBy(asc(credentials.expiresAt));
  return rows.map(({ credential }) => credential);
}

/** Remembers warnings; gives those that nobody remembered before. */
export async function insertWarnings(
  tx: Tx,
  rows: (typeof credentialWarnings.$inferInsert)[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(credentialWarnings)
    .values(rows)
    .onConflictDoNothing()
    .returning({ days: credentialWarnings.days });
  return added.map(({ days }) => days);
}
