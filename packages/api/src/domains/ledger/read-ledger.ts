import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { listTransactions, postingsOf, sumByKind } from './ledger.queries.ts';
import type {
  ledgerTransactionPage,
  listLedgerTransactionsInput,
  trialBalanceOutput,
} from './ledger.schema.ts';

type TrialBalance = z.infer<typeof trialBalanceOutput>;

/** Every account kind with its debits and credits; per currency both sides are equal. */
export async function trialBalance(ctx: Context): Promise<TrialBalance> {
  const sums = await inScope(ctx, sumByKind);
  const currencies = new Map<string, TrialBalance['currencies'][number]>();
  for (const { currency, kind, debitMinor, creditMinor } of sums) {
    const sheet = currencies.get(currency) ?? {
      currency,
      accounts: [],
      debitMinor: 0n,
      creditMinor: 0n,
      differenceMinor: 0n,
    };
    sheet.accounts.push({ kind, debitMinor, creditMinor, balanceMinor: debitMinor - creditMinor });
    sheet.debitMinor += debitMinor;
    sheet.creditMinor += creditMinor;
    sheet.differenceMinor = sheet.debitMinor - sheet.creditMinor;
    currencies.set(currency, sheet);
  }
  return { currencies: [...currencies.values()] };
}

/** One page of transactions with their postings, newest first. */
export async function ledgerPage(
  ctx: Context,
  input: z.infer<typeof listLedgerTransactionsInput>,
): Promise<z.infer<typeof ledgerTransactionPage>> {
  return inScope(ctx, async (tx) => {
    const found = await listTransactions(tx, {
      accountKind: input.accountKind,
      partnerId: input.partnerId,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const { rows, nextCursor } = toPage(found, input.limit, (row) => ({
      value: row.recordedAt.toISOString(),
      id: row.id,
    }));
    const postings = await postingsOf(
      tx,
      rows.map((row) => row.id),
    );
    return {
      nextCursor,
      rows: rows.map((row) => ({
        ...row,
        postings: postings
          .filter((posting) => posting.transactionId === row.id)
          .map(({ accountKind, holderName, currency, amountMinor }) => ({
            accountKind,
            holderName,
            currency,
            amountMinor,
          })),
      })),
    };
  });
}
