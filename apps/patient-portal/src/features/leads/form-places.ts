import { covers, type RegionOption, regionOptions } from '../../lib/regions.ts';
import type { Recipient } from './consent-boxes.tsx';

/** Where the organisation works, as far as its kinds of partner tell. */
export function placesOf(recipients: readonly Recipient[]): RegionOption[] {
  return regionOptions(recipients.flatMap((recipient) => recipient.regions));
}

/** The kinds of partner of a place. Nobody is asked to allow something to partners elsewhere. */
export function recipientsIn(recipients: readonly Recipient[], region: string): Recipient[] {
  return region ? recipients.filter((recipient) => covers(recipient.regions, region)) : [];
}
