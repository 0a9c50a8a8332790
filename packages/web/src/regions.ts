import { regionName, usStates } from '@goodword/api/client';

export interface RegionOption {
  value: string;
  label: string;
}

/** The countries we work in beside the states of the USA, and the emirates. */
const places = ['AE', 'AE-DU', 'AE-AZ', 'AE-SH', 'IN', 'SG', 'US', 'GB', 'SA', 'QA', 'OM', 'KW', 'BH'];

export const regionOptions: RegionOption[] = [
  ...places,
  ...Object.keys(usStates).map((code) => `US-${code}`),
].map((value) => ({ value, label: `${regionName(value)} (${value})` }));

export const countryOptions: RegionOption[] = places
  .filter((code) => code.length === 2)
  .map((value) => ({ value, label: regionName(value) }));
