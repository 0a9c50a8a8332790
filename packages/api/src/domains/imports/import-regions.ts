import { REGION_PATTERN, usStates } from '../../shared/regions.ts';

/** Why one of the regions is none, in words; null when all are. */
export function regionProblem(regions: readonly string[]): string | null {
  const wrong = regions.find((region) => !isKnown(region));
  return wrong === undefined ? null : `“${wrong}” is not a region code such as AE, AE-DU or US-MN.`;
}

function isKnown(region: string): boolean {
  if (!REGION_PATTERN.test(region)) return false;
  return !region.startsWith('US-') || region.slice(3) in usStates;
}
