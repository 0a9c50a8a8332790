export { credit, debit, opposite, type Posting } from './ledger.ts';
export { postTransaction } from './post-transaction.ts';
