import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { ledgerTransactionPage, listLedgerTransactionsInput, trialBalanceOutput } from './ledger.schema.ts';
import { ledgerPage, trialBalance } from './read-ledger.ts';

export const ledgerRouter = router({
  trialBalance: procedure
    .meta({ audiences: ['staff'], permission: 'ledger.read' })
    .input(z.strictObject({}).optional())
    .output(trialBalanceOutput)
    .query(({ ctx }) => trialBalance(ctx)),

  transactions: procedure
    .meta({ audiences: ['staff'], permission: 'ledger.read' })
    .input(listLedgerTransactionsInput)
    .output(ledgerTransactionPage)
    .query(({ ctx, input }) => ledgerPage(ctx, input)),
});
