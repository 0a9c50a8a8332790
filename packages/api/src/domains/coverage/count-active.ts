import { anyRegionCovers } from '../../shared/regions.ts';

export interface ActiveArea {
  partnerId: string;
  partnerTypeCode: string;
  regions: readonly string[];
}

/** Active partners of a type whose area covers the region. A partner counts once. */
export function countActive(
  areas: readonly ActiveArea[],
  cell: { region: string; partnerTypeCode: string },
): number {
  const covering = areas.filter(
    (area) => area.partnerTypeCode === cell.partnerTypeCode && anyRegionCovers(area.regions, cell.region),
  );
  return new Set(covering.map((area) => area.partnerId)).size;
}
