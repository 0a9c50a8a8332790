import { regionName } from '@goodword/api/client';
import { currencyCodes } from '@goodword/config/currencies';
import { humanize } from '@goodword/ui';

export interface Option {
  value: string;
  label: string;
}

/** Choices from state or kind words, in their order. */
export function optionsOf(words: readonly string[]): Option[] {
  return words.map((value) => ({ value, label: humanize(value) }));
}

export const currencyOptions: Option[] = currencyCodes.map((value) => ({ value, label: value }));

/** Names of regions for a table cell: the first few, and how many more. */
export function regionList(regions: readonly string[], most = 2): string {
  const names = regions.slice(0, most).map(regionName);
  const more = regions.length - names.length;
  return more > 0 ? `${names.join(', ')} +${more}` : names.join(', ');
}
