import {
  type CommissionStatus,
  canMove,
  commissionPartnerPaysMachine,
  commissionWePayMachine,
  type Machine,
} from '@goodword/db/vocabulary';

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
