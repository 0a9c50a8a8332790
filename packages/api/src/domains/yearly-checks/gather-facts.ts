import type { Tx } from '@goodword/db';
import { regionName } from '../../shared/regions.ts';
import { readStanding } from '../agreements/index.ts';
import { givenInYear, rulesOfPartner, yearOf } from '../care/index.ts';
import { countOpenComplaints } from '../complaints/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { credentialObstacle, listCredentials } from '../sharing/index.ts';
import type { CheckFacts } from './yearly-check.ts';
import { credentialNeeds, lastContact } from './yearly-checks.queries.ts';

/** What the system knows of a partner at the moment. */
export async function gatherFacts(tx: Tx, partnerId: string, now: Date): Promise<CheckFacts> {
  const { timeZone } = await requireOrganisation(tx);
  const standing = await readStanding(tx, partnerId, now);
  const given = await givenInYear(tx, { partnerId, year: yearOf(now, timeZone) });
  const limits = await rulesOfPartner(tx, partnerId);
  return {
    agreementAccepted: standing.state === 'current',
    faultyCredentials: await faultyCredentials(tx, partnerId, now),
    limitsPassed: limits
      .filter(({ giftLimitMinor, currency }) => {
        const sum = given.find((one) => one.currency === currency)?.amountMinor ?? 0n;
        return giftLimitMinor !== null && sum > giftLimitMinor;
      })
      .map(({ typeName }) => typeName),
    openComplaints: await countOpenComplaints(tx, partnerId),
    lastContactAt: await lastContact(tx, partnerId),
    now,
  };
}

/** The same rule that keeps a lead from being shared, asked for every place the partner works in. */
async function faultyCredentials(tx: Tx, partnerId: string, now: Date): Promise<string[]> {
  const held = (await listCredentials(tx, [partnerId])).get(partnerId) ?? [];
  return (await credentialNeeds(tx, partnerId)).flatMap(({ regions, rules, typeName }) =>
    regions
      .filter((region) => credentialObstacle(rules, held, { region, now }) !== null)
      .map((region) => `${typeName} in ${regionName(region)}`),
  );
}
