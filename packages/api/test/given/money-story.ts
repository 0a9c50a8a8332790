import type { CommissionStatus } from '@goodword/db/vocabulary';
import fc from 'fast-check';
import { actionsOn, type MoneyLine, undoOf } from '../../src/domains/commissions/commission.ts';
import {
  approvalPostings,
  payoutPostings,
  settlementPostings,
  writeOffPostings,
} from '../../src/domains/commissions/postings.ts';
import { opposite, type Posting } from '../../src/domains/ledger/index.ts';

/** One random step: which line it concerns and which of the steps possible there is taken. */
export interface Step {
  line: number;
  choice: number;
}

export interface Cause {
  kind: string;
  referenceId: string;
  postings: Posting[];
}

interface Line extends MoneyLine {
  id: string;
  status: CommissionStatus;
  heldFrom: CommissionStatus;
  approved: boolean;
  takenBack: boolean;
}

export interface Opening {
  direction: 'we_pay' | 'partner_pays';
  amountMinor: bigint;
}

/**
 * Lets commission lines of one partner live a random life by the real rules (which step is legal, what it posts),
 * without a database, and returns what their life posts, in order.
 */
export function tellMoneyStory(
  partnerId: string,
  openings: readonly Opening[],
  steps: readonly Step[],
): Cause[] {
  const causes: Cause[] = [];
  let payouts = 0;
  const lines: Line[] = openings.map((opening, n) => newLine(`${partnerId}:${n}`, opening));

  function newLine(id: string, opening: Opening): Line {
    return {
      id,
      partnerId,
      currency: 'USD',
      status: 'calculated',
      heldFrom: 'calculated',
      approved: false,
      takenBack: false,
      ...opening,
    };
  }
  const post = (kind: string, referenceId: string, postings: Posting[]) =>
    causes.push({ kind, referenceId, postings });
  const cancel = (line: Line) => {
    line.status = 'cancelled';
    if (line.approved) post('commission_cancelled', line.id, opposite(approvalPostings(line)));
  };
  const reverse = (line: Line) => {
    const undo = undoOf(line.status);
    if (undo === 'cancel') cancel(line);
    if (undo === 'take_back' && !line.takenBack) {
      line.takenBack = true;
      const direction = line.direction === 'partner_pays' ? 'partner_pays' : 'we_pay';
      lines.push(newLine(`${line.id}:back`, { direction, amountMinor: -line.amountMinor }));
    }
  };
  const payOut = () => {
    const ready = lines.filter((line) => line.direction === 'we_pay' && line.status === 'approved');
    if (ready.reduce((sum, line) => sum + line.amountMinor, 0n) <= 0n) return;
    payouts += 1;
    for (const line of ready) line.status = 'paid';
    post('payout_paid', `${partnerId}:payout:${payouts}`, payoutPostings(ready));
  };

  for (const step of steps) {
    const line = lines[step.line % lines.length];
    if (!line) continue;
    const moves: (() => void)[] = actionsOn(line).map((action) => () => {
      switch (action) {
        case 'confirm':
          line.status = 'calculated';
          break;
        case 'approve':
          line.status = 'approved';
          line.approved = true;
          post('commission_approved', line.id, approvalPostings(line));
          break;
        case 'hold':
          line.heldFrom = line.status;
          line.status = 'held';
          break;
        case 'release':
          line.status = line.heldFrom;
          break;
        case 'cancel':
          cancel(line);
          break;
        case 'invoice':
          line.status = 'invoiced';
          break;
        case 'settle':
          line.status = 'settled';
          post('commission_settled', line.id, settlementPostings(line));
          break;
        case 'write_off':
          line.status = 'written_off';
          post('commission_written_off', line.id, writeOffPostings(line));
          break;
      }
    });
    if (line.status === 'invoiced') moves.push(() => (line.status = 'overdue'));
    // Lives that go on are worth more than lives cut short: going on is drawn three times as often.
    const onwards = actionsOn(line).includes('cancel') ? moves.slice(0, -1) : [...moves];
    moves.push(...onwards, ...onwards, payOut);
    // A line that itself takes one back belongs to a deal that is reversed already.
    if (line.amountMinor > 0n) moves.push(() => reverse(line));
    moves[step.choice % moves.length]?.();
  }
  return causes;
}

/** Random openings and steps, for fast-check. */
export const storyParts = {
  openings: fc.array(
    fc.record({
      direction: fc.constantFrom('we_pay' as const, 'partner_pays' as const),
      amountMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  steps: fc.array(
    fc.record({ line: fc.noBias(fc.nat({ max: 20 })), choice: fc.noBias(fc.nat({ max: 200 })) }),
    { minLength: 8, maxLength: 30 },
  ),
};
