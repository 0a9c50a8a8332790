import { ledgerAccountKinds } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const ledgerAccountKind = z.enum(ledgerAccountKinds);

/** Debits are positive, credits negative; each currency's balances sum to zero. */
export const trialBalanceOutput = z.object({
  currencies: z.array(
    z.object({
      currency: z.string(),
      accounts: z.array(
        z.object({
          kind: ledgerAccountKind,
          debitMinor: z.bigint(),
          creditMinor: z.bigint(),
          balanceMinor: z.bigint(),
        }),
      ),
      debitMinor: z.bigint(),
      creditMinor: z.bigint(),
      /** Zero, or something is badly wrong. */
      differenceMinor: z.bigint(),
    }),
  ),
});

export const listLedgerTransactionsInput = z.strictObject({
  ...pageInput,
  accountKind: ledgerAccountKind.optional(),
  partnerId: idField.optional(),
});

export const ledgerTransaction = z.object({
  id: z.string(),
  kind: z.string(),
  referenceId: z.string(),
  occurredAt: z.date(),
  recordedAt: z.date(),
  postings: z.array(
    z.object({
      accountKind: ledgerAccountKind,
      holderName: z.string().nullable(),
      currency: z.string(),
      /** Positive: debit. Negative: credit. */
      amountMinor: z.bigint(),
    }),
  ),
});

export const ledgerTransactionPage = pageOf(ledgerTransaction);
