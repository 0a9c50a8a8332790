import { credit, debit, type Posting } from '../ledger/index.ts';
import type { MoneyLine } from './commission.ts';

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
