import type { Tx } from '@goodword/db';
import { accounts, agreementAcceptances, agreements, engagements, partners } from '@goodword/db/schema';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, max, sql } from 'drizzle-orm';
import type { HeldType, PublishedVersion } from './agreement.ts';

export type AgreementRow = typeof agreements.$inferSelect;
export type AcceptanceRow = typeof agreementAcceptances.$inferSelect;

/** Published versions without their text. */
export async function listPublished(tx: Tx): Promise<PublishedVersion[]> {
  const { id, version, partnerTypeCodes, countsFrom, graceDays } = agreements;
  const rows = await tx
    .select({ id, version, partnerTypeCodes, countsFrom, graceDays })
    .from(agreements)
    .where(isNotNull(agreements.publishedAt));
  return rows.flatMap((row) => (row.countsFrom ? [{ ...row, countsFrom: row.countsFrom }] : []));
}

/** What each partner accepted and which types it holds. */
export async function listPartnerFacts(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Map<string, { accepted: Set<string>; types: HeldType[] }>> {
  const facts = new Map(
    partnerIds.map((id) => [id, { accepted: new Set<string>(), types: [] as HeldType[] }]),
  );
  if (partnerIds.length === 0) return facts;
  const [accepted, held] = await Promise.all([
    tx
      .select({ partnerId: agreementAcceptances.partnerId, agreementId: agreementAcceptances.agreementId })
      .from(agreementAcceptances)
      .where(inArray(agreementAcceptances.partnerId, [...partnerIds])),
    tx
      .select({
        partnerId: engagements.partnerId,
        partnerTypeCode: engagements.partnerTypeCode,
        since: engagements.createdAt,
      })
      .from(engagements)
      .where(and(inArray(engagements.partnerId, [...partnerIds]), isNull(engagements.endedAt))),
  ]);
  for (const row of accepted) facts.get(row.partnerId)?.accepted.add(row.agreementId);
  for (const { partnerId, ...type } of held) facts.get(partnerId)?.types.push(type);
  return facts;
}

export async function findAgreement(tx: Tx, id: string): Promise<AgreementRow | undefined> {
  const [row] = await tx.select().from(agreements).where(eq(agreements.id, id));
  return row;
}

export async function findDraft(tx: Tx): Promise<AgreementRow | undefined> {
  const [row] = await tx.select().from(agreements).where(isNull(agreements.publishedAt));
  return row;
}

/** The published version before this one. */
export async function findPrevious(tx: Tx, version: number): Promise<AgreementRow | undefined> {
  const [row] = await tx
    .select()
    .from(agreements)
    .where(and(lt(agreements.version, version), isNotNull(agreements.publishedAt)))
    .orderBy(desc(agreements.version))
    .limit(1);
  return row;
}

export async function listAgreements(tx: Tx): Promise<AgreementRow[]> {
  return tx.select().from(agreements).orderBy(desc(agreements.version));
}

export async function nextVersion(tx: Tx): Promise<number> {
  const [row] = await tx.select({ last: max(agreements.version) }).from(agreements);
  return (row?.last ?? 0) + 1;
}

export async function insertDraft(tx: Tx, row: typeof agreements.$inferInsert): Promise<void> {
  await tx.insert(agreements).values(row);
}

/** Changes the draft while it still is the one with this hash; says whether it was. */
export async function updateDraft(
  tx: Tx,
  key: { id: string; hash: string },
  set: Partial<typeof agreements.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(agreements)
    .set(set)
    .where(and(eq(agreements.id, key.id), eq(agreements.hash, key.hash), isNull(agreements.publishedAt)))
    .returning({ id: agreements.id });
  return rows.length === 1;
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .delete(agreements)
    .where(and(eq(agreements.id, id), isNull(agreements.publishedAt)))
    .returning({ id: agreements.id });
  return rows.length === 1;
}

export async function findAcceptance(
  tx: Tx,
  key: { partnerId: string; agreementId: string },
): Promise<AcceptanceRow | undefined> {
  const [row] = await tx
    .select()
    .from(agreementAcceptances)
    .where(
      and(
        eq(agreementAcceptances.partnerId, key.partnerId),
        eq(agreementAcceptances.agreementId, key.agreementId),
      ),
    );
  return row;
}

/** Versions a partner accepted, the newest first. */
export async function listAcceptances(tx: Tx, partnerId: string) {
  const { agreementId, acceptedAt, acceptedByName, acceptedByRole } = agreementAcceptances;
  return tx
    .select({
      agreementId,
      acceptedAt,
      acceptedByName,
      acceptedByRole,
      version: agreements.version,
      title: agreements.title,
    })
    .from(agreementAcceptances)
    .innerJoin(agreements, eq(agreements.id, agreementId))
    .where(eq(agreementAcceptances.partnerId, partnerId))
    .orderBy(desc(agreements.version));
}

/** A version is accepted once; the first acceptance stays. */
export async function insertAcceptance(
  tx: Tx,
  row: typeof agreementAcceptances.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(agreementAcceptances)
    .values(row)
    .onConflictDoNothing()
    .returning({ agreementId: agreementAcceptances.agreementId });
  return rows.length === 1;
}

/** Who accepts, as the acceptance names them. */
export async function findAccepter(tx: Tx, accountId: string) {
  const [row] = await tx
    .select({ name: accounts.name, role: accounts.partnerRole })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row;
}

/** Partners at work that a version is meant for. */
const meantPartners = (row: Pick<AgreementRow, 'partnerTypeCodes'>) =>
  and(
    inArray(partners.status, ['active', 'inactive']),
    row.partnerTypeCodes.length === 0
      ? undefined
      : sql`exists (select from ${engagements} where ${engagements.partnerId} = ${partners.id}
          and ${engagements.endedAt} is null and ${inArray(engagements.partnerTypeCode, row.partnerTypeCodes)})`,
  );

export async function countMeant(tx: Tx, row: AgreementRow): Promise<{ meantFor: number; accepted: number }> {
  const [counted] = await tx
    .select({ meantFor: count(), accepted: count(agreementAcceptances.partnerId) })
    .from(partners)
    .leftJoin(
      agreementAcceptances,
      and(eq(agreementAcceptances.partnerId, partners.id), eq(agreementAcceptances.agreementId, row.id)),
    )
    .where(meantPartners(row));
  return counted ?? { meantFor: 0, accepted: 0 };
}

/** Working partners that have not accepted this version. */
export async function listOwing(tx: Tx, row: AgreementRow, limit: number) {
  return tx
    .select({
      partnerId: partners.id,
      partnerName: partners.name,
      email: partners.email,
      contactName: partners.contactName,
    })
    .from(partners)
    .leftJoin(
      agreementAcceptances,
      and(eq(agreementAcceptances.partnerId, partners.id), eq(agreementAcceptances.agreementId, row.id)),
    )
    .where(and(meantPartners(row), isNull(agreementAcceptances.partnerId)))
    .orderBy(asc(partners.nameSort), asc(partners.id))
    .limit(limit);
}

export async function accountName(tx: Tx, id: string | null): Promise<string | null> {
  if (!id) return null;
  const [row] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id));
  return row?.name ?? null;
}

/** Whose copy it is. */
export async function partnerName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: partners.name }).from(partners).where(eq(partners.id, id));
  return row?.name;
}
