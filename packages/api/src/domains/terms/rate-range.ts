import type { Direction, Formula } from '@goodword/db/vocabulary';
import { describeRate } from '../../shared/money.ts';
import { regionCovers, regionName } from '../../shared/regions.ts';
import type { Terms } from './terms.ts';

/** What a partner type allows. */
export interface RangedType {
  name: string;
  direction: Direction;
  formula: Formula;
  rateBps: number | null;
  flatAmountMinor: bigint | null;
  rateMinBps: number | null;
  rateMaxBps: number | null;
  rateRanges: readonly { region: string; minBps: number; maxBps: number }[];
}

export interface Range {
  minBps: number;
  maxBps: number;
}

/** The range in one region: the most specific area that covers it wins over the default. Null: the rate is fixed. */
export function rangeIn(type: RangedType, region: string): Range | null {
  const nearest = type.rateRanges
    .filter((range) => regionCovers(range.region, region))
    .reduce<(typeof type.rateRanges)[number] | null>(
      (best, range) => (best && best.region.length >= range.region.length ? best : range),
      null,
    );
  if (nearest) return { minBps: nearest.minBps, maxBps: nearest.maxBps };
  if (type.rateMinBps === null || type.rateMaxBps === null) return null;
  return { minBps: type.rateMinBps, maxBps: type.rateMaxBps };
}

/**
 * The rates that are possible in all of these regions; with none named, the default range. `minBps > maxBps` when no
 * rate fits all of them, null where one of them has a fixed rate.
 */
export function rangeFor(type: RangedType, regions: readonly string[]): Range | null {
  const ranges = (regions.length > 0 ? regions : ['']).map((region) => rangeIn(type, region));
  return ranges.reduce((both, range) =>
    both && range
      ? { minBps: Math.max(both.minBps, range.minBps), maxBps: Math.min(both.maxBps, range.maxBps) }
      : null,
  ) as Range | null;
}

/**
 * Why a rate is not possible for a partner type in these regions, in words; null when it is.
 * @param rateBps integer basis points
 */
export function rateProblem(
  type: RangedType,
  rateBps: number,
  regions: readonly string[] = [],
): string | null {
  if (type.direction === 'none' || type.formula === 'none') return `${type.name}: no money changes hands.`;
  const range = rangeFor(type, regions);
  if (!range) return rateBps === type.rateBps ? null : `${type.name}: the rate is fixed.`;
  if (range.minBps > range.maxBps) {
    return `${type.name}: no rate is possible in ${regions.map(regionName).join(' and ')} together. Use one engagement for each.`;
  }
  if (rateBps >= range.minBps && rateBps <= range.maxBps) return null;
  return `${type.name}: choose a rate from ${describeRate(range.minBps)} to ${describeRate(range.maxBps)}.`;
}

export interface TermsProblem {
  /** The field of the terms. */
  field: keyof Terms;
  message: string;
}

/**
 * Everything about some terms that the partner type does not allow in these regions: the one rule wherever terms are
 * set. Empty when all is allowed.
 */
export function termsProblems(type: RangedType, terms: Terms, regions: readonly string[]): TermsProblem[] {
  if (type.direction === 'none' && terms.direction !== 'none') {
    return [{ field: 'direction', message: `${type.name}: no money changes hands.` }];
  }
  if (terms.direction !== type.direction) {
    return [{ field: 'direction', message: `${type.name}: who pays whom is decided by the type.` }];
  }
  if (terms.direction === 'none') return [];
  if (!sameKind(type.formula, terms.formula)) {
    return [{ field: 'formula', message: `${type.name}: this way to calculate is not one of the type.` }];
  }
  if (terms.formula === 'flat') {
    return terms.flatAmountMinor === type.flatAmountMinor
      ? []
      : [{ field: 'flatAmountMinor', message: `${type.name}: the flat amount is fixed.` }];
  }
  const rates: [keyof Terms, number][] = [
    ...(terms.rateBps === null ? [] : [['rateBps', terms.rateBps] as [keyof Terms, number]]),
    ...(terms.formula === 'tiers'
      ? (terms.tiers ?? []).map(({ rateBps }): [keyof Terms, number] => ['tiers', rateBps])
      : []),
  ];
  return rates.flatMap(([field, rateBps]) => {
    const message = rateProblem(type, rateBps, regions);
    return message ? [{ field, message }] : [];
  });
}

/** One rate for all deals and a rate by volume are measured by the same range. */
function sameKind(left: Formula, right: Formula): boolean {
  const byRate: readonly Formula[] = ['percent', 'tiers'];
  return left === right || (byRate.includes(left) && byRate.includes(right));
}
