import type { PayoutBatchStatus, PayoutStatus } from '@goodword/db/vocabulary';

/** What a payout is made of, as far as adding it up goes. */
export interface PayableLine {
  id: string;
  partnerId: string;
  currency: string;
  /** Negative when it takes back a paid commission. */
  amountMinor: bigint;
}

export interface PayoutPlan<Line extends PayableLine> {
  partnerId: string;
  currency: string;
  amountMinor: bigint;
  lines: Line[];
}

/**
 * One payout per partner and currency. Take-backs are set off; where nothing is left to pay, all its lines wait for
 * a later batch.
 */
export function planPayouts<Line extends PayableLine>(lines: readonly Line[]): PayoutPlan<Line>[] {
  const plans = new Map<string, PayoutPlan<Line>>();
  for (const line of lines) {
    const { partnerId, currency } = line;
    const key = `${partnerId} ${currency}`;
    const plan = plans.get(key) ?? { partnerId, currency, amountMinor: 0n, lines: [] };
    plan.lines.push(line);
    plan.amountMinor += line.amountMinor;
    plans.set(key, plan);
  }
  return [...plans.values()].filter((plan) => plan.amountMinor > 0n);
}

/** The next state a batch has earned by its payouts, or null when it stays. */
export function nextBatchStatus(
  status: PayoutBatchStatus,
  payouts: readonly PayoutStatus[],
): PayoutBatchStatus | null {
  if (status === 'approved' && payouts.some((payout) => payout !== 'scheduled')) return 'processing';
  if (status === 'processing' && payouts.every((payout) => payout === 'paid' || payout === 'failed')) {
    return 'completed';
  }
  return null;
}
