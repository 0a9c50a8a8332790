import type { CoverageStatus } from '@goodword/db/vocabulary';
import { anyRegionCovers } from '../../shared/regions.ts';

/** A partner type as far as coverage cares. */
export interface CoveredType {
  code: string;
  regions: readonly string[];
}

/** Coverage is kept where a type is bound to places; a type that works anywhere has none. */
export function isPlacedIn(type: CoveredType, region: string): boolean {
  return anyRegionCovers(type.regions, region);
}

/** The row that decides for a region: its own, else its country's. */
export function decidingRow<T extends { region: string }>(rows: readonly T[], region: string): T | undefined {
  const country = region.slice(0, 2);
  return rows.find((row) => row.region === region) ?? rows.find((row) => row.region === country);
}

/** The public is told "coming soon" of everything that is not open. */
export function publicStatus(status: CoverageStatus): 'available' | 'coming_soon' {
  return status === 'available' ? 'available' : 'coming_soon';
}

export const coverageLabels: Record<CoverageStatus, string> = {
  available: 'Available',
  coming_soon: 'Coming soon',
  unavailable: 'Unavailable',
};
