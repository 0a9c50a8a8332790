import type { Tx } from '@goodword/db';
import { AppError } from '../../shared/errors.ts';
import { describeClosedGate, lawGate } from './law-gate.ts';
import { type RangedType, termsProblems } from './rate-range.ts';
import { listLawDecisions } from './terms.queries.ts';
import type { Terms } from './terms.ts';

export interface TermsWish {
  type: RangedType & { code: string; regulated: boolean };
  terms: Terms;
  regions: readonly string[];
  /** When they begin. */
  at: Date;
  /** Whoever asks may go outside what the type allows, and means to: the procedure has checked the permission. */
  insists?: boolean;
}

/**
 * The one door for terms wherever they are set: what the type allows in the regions, and for regulated types a
 * decision on the law. Insisting helps with the first only.
 * @returns whether they lie outside what the type allows
 * @throws `not_eligible` without a decision on the law, `invalid_input` outside the range
 */
export async function requireAllowedTerms(tx: Tx, wish: TermsWish): Promise<{ outsideRange: boolean }> {
  await requireLawGate(tx, wish);
  const [problem] = termsProblems(wish.type, wish.terms, wish.regions);
  if (!problem) return { outsideRange: false };
  if (!wish.insists) {
    throw new AppError('invalid_input', {
      userMessage: problem.message,
      fields: { [`terms.${problem.field}`]: problem.message },
    });
  }
  return { outsideRange: true };
}

/** @throws `not_eligible` when terms pay, the type is regulated and no decision covers the regions */
export async function requireLawGate(
  tx: Tx,
  {
    type,
    terms,
    regions,
    at,
  }: Omit<TermsWish, 'insists' | 'type'> & {
    type: { code: string; name: string; regulated: boolean };
  },
): Promise<void> {
  if (!type.regulated || terms.direction === 'none') return;
  // No law is that of a place nobody named.
  const places = regions.filter((region) => region !== '');
  const gate = lawGate(type, await listLawDecisions(tx, type.code), { regions: places, at });
  if (gate.open) return;
  throw new AppError('not_eligible', {
    userMessage: `${type.name}: ${describeClosedGate(gate)}. Record the decision on the page of the type first, or leave the money out.`,
  });
}
