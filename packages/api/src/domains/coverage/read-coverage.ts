import type { Tx } from '@goodword/db';
import type { CoverageStatus } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { regionName, usStates } from '../../shared/regions.ts';
import { listPartnerTypes, type PartnerTypeRow } from '../catalogue/index.ts';
import { type ActiveArea, countActive } from './count-active.ts';
import { type CoverageRow, listActiveAreas, listCoverageRows } from './coverage.queries.ts';
import type {
  checkCoverageInput,
  coverageCheck,
  coverageList,
  listCoverageInput,
} from './coverage.schema.ts';
import { coverageLabels, decidingRow, isPlacedIn, publicStatus } from './coverage.ts';

/** The whole map: each region of interest with each type that works there. */
export async function listCoverage(
  ctx: Context,
  input: z.infer<typeof listCoverageInput>,
): Promise<z.infer<typeof coverageList>> {
  return inScope(ctx, async (tx) => {
    const types = (await listPartnerTypes(tx)).filter(
      ({ code, regions }) => regions.length > 0 && (!input.partnerTypeCode || code === input.partnerTypeCode),
    );
    const rows = await listCoverageRows(tx, input);
    const areas = await listActiveAreas(tx);
    const regions = regionsOfInterest({ types, rows, areas }).filter(
      (region) => !input.country || region.slice(0, 2) === input.country,
    );
    const cells = regions.flatMap((region) =>
      types.filter((type) => isPlacedIn(type, region)).map((type) => cellOf(rows, areas, region, type)),
    );
    const shown = new Set(cells.map((cell) => cell.partnerTypeCode));
    return {
      types: types.filter(({ code }) => shown.has(code)).map(({ code, name }) => ({ code, name })),
      cells,
    };
  });
}

/** Countries of the catalogue (the United States by state), and every place somebody set or works in. */
function regionsOfInterest(known: {
  types: readonly PartnerTypeRow[];
  rows: readonly CoverageRow[];
  areas: readonly ActiveArea[];
}): string[] {
  const ofTypes = known.types.flatMap((type) => type.regions);
  const all = new Set([
    ...ofTypes,
    ...known.rows.map((row) => row.region),
    ...known.areas.flatMap((area) => area.regions),
  ]);
  if (all.delete('US')) for (const state of Object.keys(usStates)) all.add(`US-${state}`);
  return [...all].sort();
}

function cellOf(
  rows: readonly CoverageRow[],
  areas: readonly ActiveArea[],
  region: string,
  type: PartnerTypeRow,
): z.infer<typeof coverageList>['cells'][number] {
  const row = rows.find((each) => each.region === region && each.partnerTypeCode === type.code);
  return {
    region,
    regionName: regionName(region),
    partnerTypeCode: type.code,
    status: row?.status ?? 'unavailable',
    note: row?.note ?? null,
    changedAt: row?.changedAt ?? null,
    activePartners: countActive(areas, { region, partnerTypeCode: type.code }),
  };
}

/** What we say about one type in one region; `unavailable` where nobody said anything. */
export async function coverageStatusOf(
  tx: Tx,
  { region, partnerTypeCode }: { region: string; partnerTypeCode: string },
): Promise<CoverageStatus> {
  const rows = await listCoverageRows(tx, { country: region.slice(0, 2), partnerTypeCode });
  return statusOf(rows, region);
}

/** Where each type is open. */
export async function openRegions(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = new Map<string, string[]>();
  for (const { partnerTypeCode, region, status } of await listCoverageRows(tx, {})) {
    if (status === 'available') open.set(partnerTypeCode, [...(open.get(partnerTypeCode) ?? []), region]);
  }
  return open;
}

/** Which regions of a type we closed on purpose. Where nobody decided anything, a newcomer may be the first. */
export async function turnedDownRegions(
  tx: Tx,
): Promise<(partnerTypeCode: string, regions: readonly string[]) => string[]> {
  const rows = await listCoverageRows(tx, {});
  return (partnerTypeCode, regions) => {
    const ofType = rows.filter((row) => row.partnerTypeCode === partnerTypeCode);
    return regions.filter((region) => decidingRow(ofType, region)?.status === 'unavailable');
  };
}

function statusOf(rowsOfType: readonly CoverageRow[], region: string): CoverageStatus {
  return decidingRow(rowsOfType, region)?.status ?? 'unavailable';
}

/** What somebody finds in one region. Staff see the bare status and the count, everybody else neither. */
export async function checkCoverage(
  ctx: Context,
  { region }: z.infer<typeof checkCoverageInput>,
): Promise<z.infer<typeof coverageCheck>> {
  const forStaff = ctx.scope.audience === 'staff';
  return inScope(ctx, async (tx) => {
    const types = (await listPartnerTypes(tx)).filter((type) => isPlacedIn(type, region));
    const rows = await listCoverageRows(tx, { country: region.slice(0, 2) });
    const areas = forStaff ? await listActiveAreas(tx) : [];
    return {
      region,
      regionName: regionName(region),
      types: types.map(({ code, name, description }) => {
        const ofType = rows.filter((row) => row.partnerTypeCode === code);
        const known = statusOf(ofType, region);
        const status = forStaff ? known : publicStatus(known);
        return {
          partnerTypeCode: code,
          name,
          description,
          status,
          label: coverageLabels[status],
          activePartners: forStaff ? countActive(areas, { region, partnerTypeCode: code }) : null,
        };
      }),
    };
  });
}
