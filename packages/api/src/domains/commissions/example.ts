import { describeMoney } from '../../shared/money.ts';
import { calculateCommission } from './calculate.ts';

type Terms = Omit<Parameters<typeof calculateCommission>[0], 'regulated' | 'flatCurrency' | 'closedGate'>;

export interface WorkedExample {
  title: string;
  /** As the trace of a real commission says it. */
  steps: string[];
  /** Who gets what in the end, or why nothing. */
  outcome: string;
}

/**
 * What terms come to for a deal of some value, by the very function that calculates commissions. With tiers there is one
 * example per step; a second value that does not divide evenly shows the rounding.
 * @param currency ISO 4217; of the deal and of flat amounts
 */
export function workExamples(terms: Terms, valueMinor: bigint, currency: string): WorkedExample[] {
  if (terms.direction === 'none' || terms.formula === 'none') return [];
  const starts =
    terms.formula === 'tiers' && terms.tiers && terms.tiers.length > 0
      ? terms.tiers.map(({ fromDeals }) => fromDeals)
      : [0];
  const even = starts.map((dealsBefore) => example(terms, valueMinor, currency, dealsBefore));
  const odd = terms.formula === 'flat' ? [] : [example(terms, valueMinor / 3n, currency, starts[0] ?? 0)];
  return [...even, ...odd];
}

function example(terms: Terms, valueMinor: bigint, currency: string, dealsBefore: number): WorkedExample {
  const value = describeMoney({ amountMinor: valueMinor, currency });
  const title = dealsBefore > 0 ? `Deal number ${dealsBefore + 1}, worth ${value}` : `A deal worth ${value}`;
  const outcome = calculateCommission(
    { ...terms, regulated: false, flatCurrency: currency },
    { line: 'share', valueMinor, currency, dealsBefore },
  );
  if (!outcome.due) return { title, steps: [], outcome: outcome.reason };
  const amount = describeMoney(outcome);
  return {
    title,
    steps: outcome.steps,
    outcome:
      outcome.direction === 'we_pay' ? `We pay the partner ${amount}.` : `The partner pays us ${amount}.`,
  };
}
