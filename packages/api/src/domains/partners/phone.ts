import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * The international form where the number can be read as one, the text as typed otherwise.
 * @param country ISO 3166-1 code that a number without country code belongs to
 */
export function normalisePhone(text: string, country: string | null): string {
  const region = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(text, region);
  return parsed?.isPossible() ? parsed.number : text;
}
