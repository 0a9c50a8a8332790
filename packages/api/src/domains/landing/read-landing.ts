import type { Tx } from '@goodword/db';
import { credentialKindName } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { anyRegionCovers, regionCovers, regionName } from '../../shared/regions.ts';
import { listPartnerTypes, type PartnerTypeRow } from '../catalogue/index.ts';
import { openRegions } from '../coverage/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { describeTerms } from '../terms/index.ts';
import { describeLanding, type Landing } from './describe-landing.ts';
import type { landingIndex, landingInput } from './landing.schema.ts';

/** Where a type that works anywhere has its pages. */
const everywhere = ['AE', 'IN', 'SG', 'US'];

/** One page. @throws `not_found` for a type that does not exist or does not work there */
export async function readLanding(ctx: Context, input: z.infer<typeof landingInput>): Promise<Landing> {
  return inScope(ctx, async (tx) => {
    const { type: code, region } = input;
    const type = (await listPartnerTypes(tx)).find((one) => one.code === code);
    if (!type || type.retiredAt || !anyRegionCovers(regionsOf(type), region)) throw notFound('page');
    const organisation = await requireOrganisation(tx);
    return describeLanding({
      organisation: organisation.name,
      type,
      region,
      isOpen: await isOpenIn(tx)(type, region),
      terms: describeTerms(type, organisation.currency),
      credentials: type.credentials
        .filter(({ regions, required }) => required && anyRegionCovers(regions, region))
        .map(({ kind }) => credentialKindName(kind)),
    });
  });
}

/** All pages by country. */
export async function listLandings(ctx: Context): Promise<z.infer<typeof landingIndex>> {
  return inScope(ctx, async (tx) => {
    const isOpen = isOpenIn(tx);
    const pages = [];
    for (const type of await listPartnerTypes(tx)) {
      for (const region of type.retiredAt ? [] : regionsOf(type)) {
        pages.push({
          typeCode: type.code,
          typeName: type.name,
          region,
          regionName: regionName(region),
          isOpen: await isOpen(type, region),
        });
      }
    }
    return pages;
  });
}

function regionsOf(type: PartnerTypeRow): string[] {
  return type.regions.length > 0 ? type.regions : everywhere;
}

/** A country is open where one of its places is; a type that is bound to no place is open everywhere. */
function isOpenIn(tx: Tx): (type: PartnerTypeRow, region: string) => Promise<boolean> {
  let known: ReturnType<typeof openRegions> | undefined;
  return async (type, region) => {
    if (type.regions.length === 0) return true;
    known ??= openRegions(tx);
    const open = (await known).get(type.code) ?? [];
    return open.some((place) => regionCovers(region, place) || regionCovers(place, region));
  };
}
