/** What one round of one side showed. */
export interface RoundResult {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Everything measured in a round, from the milliseconds each call took. */
export function describeRound(milliseconds: readonly number[], seconds: number): RoundResult {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return {
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  };
}

/** The middle of several rounds, figure by figure. */
export function medianRound(rounds: readonly RoundResult[]): RoundResult {
  const middle = (pick: (round: RoundResult) => number) => median(rounds.map(pick));
  return {
    perSecond: middle((round) => round.perSecond),
    p50: middle((round) => round.p50),
    p95: middle((round) => round.p95),
    p99: middle((round) => round.p99),
  };
}

/** @param sorted ascending */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
