import type { Tx } from '@goodword/db';
import { clients, ledgerAccounts, ledgerPostings, ledgerTransactions, partners } from '@goodword/db/schema';
import type { LedgerAccountKind } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, exists, inArray, lt, sql } from 'drizzle-orm';
import type { Keyset } from '../../shared/pagination.ts';
import type { Posting } from './ledger.ts';

export interface TransactionRow {
  id: string;
  kind: string;
  referenceId: string;
  occurredAt: Date;
  recordedAt: Date;
  postings: readonly Posting[];
}

/** The database's one way in. False when this kind and reference were posted before. */
export async function callPostTransaction(tx: Tx, row: TransactionRow): Promise<boolean> {
  const postings = JSON.stringify(
    row.postings.map((posting) => ({ ...posting, amountMinor: posting.amountMinor.toString() })),
  );
  const [answer] = await tx.execute<{ posted: boolean }>(sql`
    select post_transaction(
      ${row.id}, ${row.kind}, ${row.referenceId}, ${row.occurredAt.toISOString()}::timestamptz,
      ${row.recordedAt.toISOString()}::timestamptz, ${postings}::text::jsonb
    ) as posted`);
  return answer?.posted === true;
}

/** Debits, credits and balance of each account kind, by currency. */
export async function sumByKind(tx: Tx) {
  const rows = await tx
    .select({
      currency: ledgerPostings.currency,
      kind: ledgerAccounts.kind,
      debitMinor: sql<string>`coalesce(sum(${ledgerPostings.amountMinor}) filter (where ${ledgerPostings.amountMinor} > 0), 0)::text`,
      creditMinor: sql<string>`coalesce(-sum(${ledgerPostings.amountMinor}) filter (where ${ledgerPostings.amountMinor} < 0), 0)::text`,
    })
    .from(ledgerPostings)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
    .groupBy(ledgerPostings.currency, ledgerAccounts.kind)
    .orderBy(asc(ledgerPostings.currency), asc(ledgerAccounts.kind));
  return rows.map(({ currency, kind, debitMinor, creditMinor }) => ({
    currency,
    kind,
    debitMinor: BigInt(debitMinor),
    creditMinor: BigInt(creditMinor),
  }));
}

export interface TransactionFilter {
  accountKind?: LedgerAccountKind;
  partnerId?: string;
  after: Keyset | null;
  limit: number;
}

/** Newest first: ids are sorted by time, so their index serves the list. */
export async function listTransactions(tx: Tx, filter: TransactionFilter) {
  const { after, accountKind, partnerId } = filter;
  const touches =
    accountKind || partnerId
      ? exists(
          tx
            .select({ one: sql`1` })
            .from(ledgerPostings)
            .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
            .where(
              and(
                eq(ledgerPostings.transactionId, ledgerTransactions.id),
                accountKind ? eq(ledgerAccounts.kind, accountKind) : undefined,
                partnerId ? eq(ledgerPostings.partnerId, partnerId) : undefined,
              ),
            ),
        )
      : undefined;
  return tx
    .select()
    .from(ledgerTransactions)
    .where(and(touches, after ? lt(ledgerTransactions.id, after.id) : undefined))
    .orderBy(desc(ledgerTransactions.id))
    .limit(filter.limit);
}

/** The postings of some transactions, with the names of the holders. */
export async function postingsOf(tx: Tx, transactionIds: string[]) {
  if (transactionIds.length === 0) return [];
  return tx
    .select({
      transactionId: ledgerPostings.transactionId,
      accountKind: ledgerAccounts.kind,
      holderName: sql<string | null>`coalesce(${partners.name}, ${clients.name})`,
      currency: ledgerPostings.currency,
      amountMinor: ledgerPostings.amountMinor,
    })
    .from(ledgerPostings)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, ledgerPostings.accountId))
    .leftJoin(partners, eq(partners.id, ledgerPostings.partnerId))
    .leftJoin(clients, eq(clients.id, ledgerPostings.clientId))
    .where(inArray(ledgerPostings.transactionId, transactionIds))
    .orderBy(asc(ledgerPostings.id));
}
