import { defineMachine } from './machine.ts';

/** Commission that we owe a partner. */
export const commissionWePayMachine = defineMachine('commission (we pay)', ['pending', 'calculated'], {
  pending: ['calculated', 'cancelled'],
  calculated: ['approved', 'held', 'cancelled'],
  approved: ['scheduled', 'held', 'cancelled'],
  held: ['calculated', 'approved', 'cancelled'],
  scheduled: ['paid', 'approved', 'cancelled'],
  paid: [],
  cancelled: [],
});

/** Commission that a partner owes us. */
export const commissionPartnerPaysMachine = defineMachine(
  'commission (partner pays)',
  ['pending', 'calculated'],
  {
    pending: ['calculated', 'cancelled'],
    calculated: ['approved', 'held', 'cancelled'],
    approved: ['invoiced', 'held', 'cancelled'],
    held: ['calculated', 'approved', 'cancelled'],
    invoiced: ['settled', 'overdue', 'cancelled'],
    overdue: ['settled', 'written_off', 'cancelled'],
    settled: [],
    written_off: [],
    cancelled: [],
  },
);

export type CommissionStatus =
  | (typeof commissionWePayMachine.states)[number]
  | (typeof commissionPartnerPaysMachine.states)[number];
export const commissionStatuses = [
  ...new Set<CommissionStatus>([...commissionWePayMachine.states, ...commissionPartnerPaysMachine.states]),
];

export const payoutBatchMachine = defineMachine('payout batch', ['draft'], {
  draft: ['approved'],
  approved: ['processing'],
  processing: ['completed'],
  completed: [],
});
export type PayoutBatchStatus = (typeof payoutBatchMachine.states)[number];

export const payoutMachine = defineMachine('payout', ['scheduled'], {
  scheduled: ['sent', 'failed'],
  sent: ['paid', 'failed'],
  paid: [],
  failed: [],
});
export type PayoutStatus = (typeof payoutMachine.states)[number];

export const payeeTypes = ['partner', 'patient'] as const;
export type PayeeType = (typeof payeeTypes)[number];

/** Kinds of ledger account. Partner and patient kinds exist once per holder and currency. */
export const ledgerAccountKinds = [
  'partner_payable',
  'partner_receivable',
  'commission_expense',
  'commission_income',
  'cash_clearing',
  'reward_liability',
  'reward_expense',
  'breakage',
  'tax',
  'withholding',
] as const;
export type LedgerAccountKind = (typeof ledgerAccountKinds)[number];
