import { regionName, usStates } from '@goodword/api/client';

const emirates: Readonly<Record<string, string>> = {
  AZ: 'Abu Dhabi',
  AJ: 'Ajman',
  DU: 'Dubai',
  FU: 'Fujairah',
  RK: 'Ras Al Khaimah',
  SH: 'Sharjah',
  UQ: 'Umm Al Quwain',
};

const indianStates: Readonly<Record<string, string>> = {
  AN: 'Andaman and Nicobar Islands',
  AP: 'Andhra Pradesh',
  AR: 'Arunachal Pradesh',
  AS: 'Assam',
  BR: 'Bihar',
  CH: 'Chandigarh',
  CG: 'Chhattisgarh',
  DH: 'Dadra and Nagar Haveli and Daman and Diu',
  DL: 'Delhi',
  GA: 'Goa',
  GJ: 'Gujarat',
  HR: 'Haryana',
  HP: 'Himachal Pradesh',
  JK: 'Jammu and Kashmir',
  JH: 'Jharkhand',
  KA: 'Karnataka',
  KL: 'Kerala',
  LA: 'Ladakh',
  LD: 'Lakshadweep',
  MP: 'Madhya Pradesh',
  MH: 'Maharashtra',
  MN: 'Manipur',
  ML: 'Meghalaya',
  MZ: 'Mizoram',
  NL: 'Nagaland',
  OD: 'Odisha',
  PY: 'Puducherry',
  PB: 'Punjab',
  RJ: 'Rajasthan',
  SK: 'Sikkim',
  TN: 'Tamil Nadu',
  TS: 'Telangana',
  TR: 'Tripura',
  UP: 'Uttar Pradesh',
  UK: 'Uttarakhand',
  WB: 'West Bengal',
};

export interface RegionOption {
  value: string;
  label: string;
}

const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: usStates,
  AE: emirates,
  IN: indianStates,
};

/** A region in words: `AE-DU` is "Dubai", `US-MN` is "Minnesota". */
export function placeName(region: string): string {
  const [country = region, part] = region.split('-');
  return (part && parts[country]?.[part]) || regionName(region);
}

/** The country, or its states or emirates where partners work by those. */
function optionsOf(country: string): RegionOption[] {
  const subdivisions = parts[country];
  if (!subdivisions) return [{ value: country, label: regionName(country) }];
  return Object.entries(subdivisions).map(([code, name]) => ({
    value: `${country}-${code}`,
    label: country === 'US' ? name : `${name}, ${regionName(country)}`,
  }));
}

/** What a client can choose: everything below the given areas, each once, in the order of their names. */
export function regionOptions(areas: readonly string[]): RegionOption[] {
  const countries = [...new Set(areas.map((area) => area.slice(0, 2)))];
  return countries.flatMap(optionsOf).sort((a, b) => a.label.localeCompare(b.label));
}

/** True when one of the areas covers the place; no areas means everywhere. */
export function covers(areas: readonly string[], place: string): boolean {
  return areas.length === 0 || areas.some((area) => area === place || place.startsWith(`${area}-`));
}
