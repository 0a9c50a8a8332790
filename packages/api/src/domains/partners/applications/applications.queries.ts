import type { Tx } from '@goodword/db';
import {
  accounts,
  applicationQuestions,
  applicationRules,
  applications,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import type { PartnerStatus, ReviewRule } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { behind } from '../../../platform/keyset.queries.ts';
import type { Keyset } from '../../../shared/pagination.ts';
import type { PartnerRow } from '../partners.queries.ts';
import type { Question, RuleSetting } from './applications.schema.ts';

export type ApplicationRow = typeof applications.$inferSelect;

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

/** One partner that is or was an application; undefined for any other. */
export async function findApplication(tx: Tx, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.id, id), isNotNull(partners.appliedAt), ne(partners.status, 'invited')));
  return row;
}

/** Who was rejected under this address, the latest first. */
export async function findRejectedByEmail(tx: Tx, emailNormalised: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.emailNormalised, emailNormalised), eq(partners.status, 'rejected')))
    .orderBy(desc(partners.createdAt))
    .limit(1);
  return row;
}

export async function insertApplication(tx: Tx, row: typeof applications.$inferInsert): Promise<void> {
  await tx.insert(applications).values(row);
}

/** Every time these partners applied, newest first. */
export async function listAttempts(tx: Tx, partnerIds: readonly string[]): Promise<ApplicationRow[]> {
  if (partnerIds.length === 0) return [];
  return tx
    .select()
    .from(applications)
    .where(inArray(applications.partnerId, [...partnerIds]))
    .orderBy(desc(applications.verifiedAt), desc(applications.id));
}

export async function listQuestions(tx: Tx): Promise<Question[]> {
  const rows = await tx
    .select()
    .from(applicationQuestions)
    .orderBy(asc(applicationQuestions.position), asc(applicationQuestions.id));
  return rows.map(({ id, position: _, ...row }) => ({ ...row, key: id }));
}

/** What one type alone is asked, in its order. */
export async function listQuestionsOfType(tx: Tx, partnerTypeCode: string): Promise<Question[]> {
  return (await listQuestions(tx)).filter((question) => question.partnerTypeCode === partnerTypeCode);
}

/** Changes of the questions of one type follow each other. */
export async function lockTypeOfQuestions(tx: Tx, code: string): Promise<void> {
  await tx
    .select({ code: partnerTypes.code })
    .from(partnerTypes)
    .where(eq(partnerTypes.code, code))
    .for('update');
}

export async function updateQuestion(
  tx: Tx,
  id: string,
  set: Partial<typeof applicationQuestions.$inferInsert>,
): Promise<void> {
  await tx.update(applicationQuestions).set(set).where(eq(applicationQuestions.id, id));
}

export async function deleteQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(applicationQuestions).where(inArray(applicationQuestions.id, [...ids]));
}

export async function insertQuestions(
  tx: Tx,
  rows: readonly (typeof applicationQuestions.$inferInsert)[],
): Promise<void> {
  await tx.insert(applicationQuestions).values([...rows]);
}

export async function listRules(tx: Tx): Promise<RuleSetting[]> {
  return tx.select().from(applicationRules);
}

export async function insertRules(tx: Tx, rows: readonly RuleSetting[]): Promise<void> {
  await tx
    .insert(applicationRules)
    .values([...rows])
    .onConflictDoNothing();
}

export async function updateRule(
  tx: Tx,
  code: ReviewRule,
  set: Pick<RuleSetting, 'enabled' | 'recommendation'>,
): Promise<void> {
  await tx.update(applicationRules).set(set).where(eq(applicationRules.code, code));
}

export async function accountName(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id));
  return row?.name ?? null;
}
