import {
  type CommissionStatus,
  canMove,
  commissionPartnerPaysMachine,
  commissionWePayMachine,
  type Machine,
} from '@goodword/db/vocabulary';
import { credit, debit, type Posting } from '../ledger/index.ts';

/** The facts that decide which accounts a commission line moves. */
export interface MoneyLine {
  direction: 'we_pay' | 'partner_pays' | 'none';
  /** Negative on a line that takes back a paid or settled one. */
  amountMinor: bigint;
  currency: string;
  partnerId: string;
}

/** The machine of a commission depends on who pays. */
export function machineOf(direction: MoneyLine['direction']): Machine<string> {
  return direction === 'partner_pays' ? commissionPartnerPaysMachine : commissionWePayMachine;
}

export type CommissionLine = 'share' | 'referral' | 'introduction' | 'reversal';

const TAKE_BACK = 'reversal:';

/** Plan line of the opposite of a line: the unique key then allows exactly one. */
export function takeBackLine(planLine: string): string {
  return TAKE_BACK + planLine;
}

/** What a plan line is called on screens. */
export function lineOf(planLine: string): CommissionLine {
  if (planLine.startsWith(TAKE_BACK)) return 'reversal';
  return planLine === 'share' || planLine === 'introduction' ? planLine : 'referral';
}

export type CommissionAction =
  | 'confirm'
  | 'approve'
  | 'hold'
  | 'release'
  | 'cancel'
  | 'invoice'
  | 'settle'
  | 'write_off';

/** What a person may do with a commission now. What is in a payout changes through the payout only. */
export function actionsOn(line: MoneyLine & { status: CommissionStatus }): CommissionAction[] {
  const { status } = line;
  if (status === 'scheduled') return [];
  const machine = machineOf(line.direction);
  const may = (to: CommissionStatus) => canMove(machine, status, to);
  const actions: CommissionAction[] = [];
  if (status === 'pending') actions.push('confirm');
  if (status === 'calculated') actions.push('approve');
  if (may('held')) actions.push('hold');
  if (status === 'held') actions.push('release');
  if (may('invoiced')) actions.push('invoice');
  if (may('settled')) actions.push('settle');
  if (may('written_off') && line.amountMinor > 0n) actions.push('write_off');
  if (may('cancelled')) actions.push('cancel');
  return actions;
}

/** How a deal's reversal undoes a line: before money moved it is cancelled, afterwards an opposite line names it. */
export function undoOf(status: CommissionStatus): 'cancel' | 'take_back' | 'nothing' {
  switch (status) {
    case 'pending':
    case 'calculated':
    case 'approved':
    case 'held':
    case 'invoiced':
    case 'overdue':
      return 'cancel';
    // In a payout that left: the money is on its way.
    case 'scheduled':
    case 'paid':
    case 'settled':
      return 'take_back';
    // What was written off already lowered the income.
    case 'written_off':
    case 'cancelled':
      return 'nothing';
  }
}

/** The debt that an approval creates. A take-back creates one the other way round. */
export function approvalPostings(line: MoneyLine): Posting[] {
  const { money, holder } = partsOf(line);
  if (line.direction === 'partner_pays') {
    return line.amountMinor > 0n
      ? [debit({ kind: 'partner_receivable', ...holder }), credit({ kind: 'commission_income', ...money })]
      : [debit({ kind: 'commission_income', ...money }), credit({ kind: 'partner_payable', ...holder })];
  }
  return line.amountMinor > 0n
    ? [debit({ kind: 'commission_expense', ...money }), credit({ kind: 'partner_payable', ...holder })]
    : [debit({ kind: 'partner_receivable', ...holder }), credit({ kind: 'commission_expense', ...money })];
}

/** The partner paid its invoice; for a take-back, we refunded it. */
export function settlementPostings(line: MoneyLine): Posting[] {
  const { money, holder } = partsOf(line);
  return line.amountMinor > 0n
    ? [debit({ kind: 'cash_clearing', ...money }), credit({ kind: 'partner_receivable', ...holder })]
    : [debit({ kind: 'partner_payable', ...holder }), credit({ kind: 'cash_clearing', ...money })];
}

/** The invoice will not be paid: the income it raised is lowered again. */
export function writeOffPostings(line: MoneyLine): Posting[] {
  const { money, holder } = partsOf(line);
  return [debit({ kind: 'commission_income', ...money }), credit({ kind: 'partner_receivable', ...holder })];
}

/** A payout reached the partner: its lines clear the debt, take-backs among them clear the claim, cash is the rest. */
export function payoutPostings(lines: readonly MoneyLine[]): Posting[] {
  const [first] = lines;
  if (!first) return [];
  const { currency, partnerId } = first;
  const owed = sum(lines.filter((line) => line.amountMinor > 0n));
  const takenBack = -sum(lines.filter((line) => line.amountMinor < 0n));
  return [
    debit({ kind: 'partner_payable', currency, amountMinor: owed, partnerId }),
    credit({ kind: 'partner_receivable', currency, amountMinor: takenBack, partnerId }),
    credit({ kind: 'cash_clearing', currency, amountMinor: owed - takenBack }),
  ].filter((posting) => posting.amountMinor !== 0n);
}

function sum(lines: readonly MoneyLine[]): bigint {
  return lines.reduce((total, line) => total + line.amountMinor, 0n);
}

function partsOf(line: MoneyLine) {
  const amountMinor = line.amountMinor < 0n ? -line.amountMinor : line.amountMinor;
  const money = { currency: line.currency, amountMinor };
  return { money, holder: { ...money, partnerId: line.partnerId } };
}
