/** True when `area` (ISO 3166-1 or 3166-2) covers `place`: AE covers AE-DU; US-IN and IN are strangers. */
export function regionCovers(area: string, place: string): boolean {
  return area === place || place.startsWith(`${area}-`);
}

/** True when one of the areas is the region or contains it. */
export function anyRegionCovers(areas: readonly string[], place: string): boolean {
  return areas.some((area) => regionCovers(area, place));
}

/** Two letters, or two letters and a subdivision of one to three characters. */
export const REGION_PATTERN = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** The fifty states and the District of Columbia. */
export const usStates: Readonly<Record<string, string>> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
};

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** A name for a region code, e.g. `US-MN` → `Minnesota`, `AE` → `United Arab Emirates`. */
export function regionName(region: string): string {
  const [country = region, part] = region.split('-');
  if (!part) return countryNames.of(country) ?? region;
  if (country === 'US') return usStates[part] ?? region;
  return `${countryNames.of(country) ?? country} (${part})`;
}
