import { REGION_PATTERN, regionName, usStates } from '../../shared/regions.ts';

/** Why one of the regions is none, in words; null when all are. */
export function regionProblem(regions: readonly string[]): string | null {
  const wrong = regions.find((region) => !isKnown(region));
  return wrong === undefined ? null : `“${wrong}” is not a region code such as AE, AE-DU or US-MN.`;
}

function isKnown(region: string): boolean {
  if (!REGION_PATTERN.test(region) || !isCountry(region.slice(0, 2))) return false;
  return !region.startsWith('US-') || region.slice(3) in usStates;
}

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && regionName(code) !== code;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryCodes = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountry)
    .map((code) => [regionName(code).toLowerCase(), code]),
);

/** A country as code or English name; null when it is neither. */
export function readCountry(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  return countryCodes.get(text.trim().toLowerCase()) ?? null;
}

/** The region of a state in a country: by its code, in the United States also by its name. */
export function readState(text: string, country: string): string {
  const name = text.trim().toLowerCase();
  const named =
    country === 'US'
      ? Object.entries(usStates).find(([, state]) => state.toLowerCase() === name)?.[0]
      : undefined;
  return `${country}-${named ?? text.trim().toUpperCase()}`;
}
