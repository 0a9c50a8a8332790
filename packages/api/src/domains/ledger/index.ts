export { credit, debit, opposite, type Posting } from './ledger.ts';
export { type LedgerCause, postTransaction } from './post-transaction.ts';
