import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  commissionStatuses,
  directions,
  ledgerAccountKinds,
  payeeTypes,
  payoutBatchMachine,
  payoutMachine,
} from '../vocabulary/index.ts';
import { at, id, minor, oneOf, rule, words } from './columns.ts';
import { deals } from './leads.ts';
import { engagements, partners } from './partners.ts';

/** How an amount came about, step by step, readable by the partner. */
export interface CommissionTrace {
  steps: string[];
  terms: Record<string, string | number | null>;
}

/** One line of money between a partner and us, caused by a deal. */
export const commissions = pgTable(
  'commissions',
  {
    id: id(),
    dealId: text('deal_id')
      .notNull()
      .references(() => deals.id),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    engagementId: text('engagement_id')
      .notNull()
      .references(() => engagements.id),
    direction: text('direction', { enum: directions }).notNull(),
    planLine: text('plan_line').notNull(),
    instalment: integer('instalment').notNull(),
    status: text('status', { enum: words(commissionStatuses) }).notNull(),
    /** Where a held commission returns to. */
    heldFrom: text('held_from'),
    /** Negative only on a line that reverses a paid one. */
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    baseMinor: minor('base_minor').notNull(),
    trace: jsonb('trace').$type<CommissionTrace>().notNull(),
    reversesId: text('reverses_id'),
    payoutId: text('payout_id'),
    reason: text('reason'),
    createdAt: at('created_at').notNull(),
    approvedAt: at('approved_at'),
    approvedBy: text('approved_by'),
    invoicedAt: at('invoiced_at'),
    dueAt: at('due_at'),
    paidAt: at('paid_at'),
  },
  (t) => [
    uniqueIndex('commissions_once').on(t.dealId, t.partnerId, t.planLine, t.instalment),
    index('commissions_list').on(t.createdAt, t.id),
    index('commissions_partner').on(t.partnerId, t.createdAt, t.id),
    index('commissions_status').on(t.status, t.createdAt),
    index('commissions_payout').on(t.payoutId),
    oneOf('commissions_status_word', t.status, commissionStatuses),
    rule('commissions_direction', sql`${t.direction} in ('we_pay', 'partner_pays')`),
  ],
);

export const payoutBatches = pgTable(
  'payout_batches',
  {
    id: id(),
    name: text('name').notNull(),
    status: text('status', { enum: words(payoutBatchMachine.states) }).notNull(),
    createdBy: text('created_by').notNull(),
    approvedBy: text('approved_by'),
    createdAt: at('created_at').notNull(),
    approvedAt: at('approved_at'),
    completedAt: at('completed_at'),
  },
  (t) => [
    index('payout_batches_list').on(t.createdAt, t.id),
    oneOf('payout_batches_status', t.status, payoutBatchMachine.states),
  ],
);

/** One payee and currency in a batch. */
export const payouts = pgTable(
  'payouts',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => payoutBatches.id),
    payeeType: text('payee_type', { enum: payeeTypes }).notNull(),
    partnerId: text('partner_id').references(() => partners.id),
    clientId: text('client_id'),
    status: text('status', { enum: words(payoutMachine.states) }).notNull(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** The bank's or processor's transaction reference. */
    reference: text('reference'),
    failureReason: text('failure_reason'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    paidAt: at('paid_at'),
  },
  (t) => [
    index('payouts_batch').on(t.batchId),
    index('payouts_partner').on(t.partnerId, t.createdAt),
    oneOf('payouts_status', t.status, payoutMachine.states),
    rule('payouts_amount', sql`${t.amountMinor} > 0`),
  ],
);

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: id(),
    kind: text('kind', { enum: ledgerAccountKinds }).notNull(),
    currency: text('currency').notNull(),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
  },
  (t) => [oneOf('ledger_accounts_kind', t.kind, ledgerAccountKinds)],
);

/** Written only by post_transaction(). */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id(),
    kind: text('kind').notNull(),
    referenceId: text('reference_id').notNull(),
    occurredAt: at('occurred_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [uniqueIndex('ledger_transactions_once').on(t.kind, t.referenceId)],
);

/** Debits are positive, credits negative; each transaction and currency sums to zero. */
export const ledgerPostings = pgTable(
  'ledger_postings',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id),
    accountId: text('account_id')
      .notNull()
      .references(() => ledgerAccounts.id),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    partnerId: text('partner_id'),
    clientId: text('client_id'),
  },
  (t) => [
    index('ledger_postings_account').on(t.accountId, t.id),
    index('ledger_postings_transaction').on(t.transactionId),
  ],
);
