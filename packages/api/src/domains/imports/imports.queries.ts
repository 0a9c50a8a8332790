import type { Tx } from '@goodword/db';
import { accounts, partnerImports, partners, runs } from '@goodword/db/schema';
import { openRunStatuses } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

type PartnerRow = typeof partners.$inferSelect;
export type ImportRecord = typeof partnerImports.$inferSelect;

export interface PartnerKey {
  partnerId?: string;
  source: string;
  externalId: string;
}

/**
 * The partner a row is about: by our own id where the row has one, else by the key of the row.
 * @param lock holds it until the transaction ends, so that what was decided still holds when it is written
 */
export async function findPartnerOfRow(
  tx: Tx,
  { partnerId, source, externalId }: PartnerKey,
  lock: boolean,
): Promise<PartnerRow | undefined> {
  const query = tx
    .select()
    .from(partners)
    .where(
      partnerId
        ? eq(partners.id, partnerId)
        : and(eq(partners.source, source), eq(partners.externalId, externalId)),
    );
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

/** Another partner with this address. */
export async function findOtherByEmail(
  tx: Tx,
  emailNormalised: string,
  ownId: string | undefined,
): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.emailNormalised, emailNormalised), ownId ? ne(partners.id, ownId) : undefined))
    .limit(1);
  return row;
}

/** Lets the imports of a source follow each other; held until the transaction ends. */
export async function holdSource(tx: Tx, source: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`import:${source}`}))`);
}

export async function insertImport(tx: Tx, row: typeof partnerImports.$inferInsert): Promise<void> {
  await tx.insert(partnerImports).values(row);
}

export async function updateImport(tx: Tx, id: string, set: Partial<ImportRecord>): Promise<void> {
  await tx.update(partnerImports).set(set).where(eq(partnerImports.id, id));
}

export async function findImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const [row] = await tx.select().from(partnerImports).where(eq(partnerImports.id, id));
  return row;
}

export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const [row] = await tx.select().from(partnerImports).where(eq(partnerImports.id, id)).for('update');
  return row;
}

/** How the newest checked file of this source was read. */
export async function findEarlierImport(tx: Tx, source: string): Promise<ImportRecord | undefined> {
  const [row] = await tx
    .select()
    .from(partnerImports)
    .where(and(eq(partnerImports.source, source), isNotNull(partnerImports.checkRunId)))
    .orderBy(desc(partnerImports.createdAt))
    .limit(1);
  return row;
}

export async function listImports(
  tx: Tx,
  filter: { after: Keyset | null; limit: number },
): Promise<
  {
    record: Omit<ImportRecord, 'content'>;
    uploadedByName: string | null;
    run: typeof runs.$inferSelect | null;
  }[]
> {
  const { content: _, ...columns } = getTableColumns(partnerImports);
  return tx
    .select({ record: columns, uploadedByName: accounts.name, run: runs })
    .from(partnerImports)
    .leftJoin(accounts, eq(accounts.id, partnerImports.uploadedBy))
    .leftJoin(runs, eq(runs.id, sql`coalesce(${partnerImports.importRunId}, ${partnerImports.checkRunId})`))
    .where(behind({ at: partnerImports.createdAt, id: partnerImports.id }, filter.after, 'desc'))
    .orderBy(desc(partnerImports.createdAt), desc(partnerImports.id))
    .limit(filter.limit);
}

/** Imports whose text is still kept, though it was uploaded before this moment and no run of theirs is open. */
export async function listForgettable(tx: Tx, before: Date, limit: number): Promise<{ id: string }[]> {
  const open = tx
    .select({ id: runs.subjectId })
    .from(runs)
    .where(inArray(runs.status, [...openRunStatuses]));
  return tx
    .select({ id: partnerImports.id })
    .from(partnerImports)
    .where(
      and(
        isNotNull(partnerImports.content),
        lt(partnerImports.createdAt, before),
        sql`${partnerImports.id} not in ${open}`,
      ),
    )
    .orderBy(asc(partnerImports.createdAt))
    .limit(limit);
}
