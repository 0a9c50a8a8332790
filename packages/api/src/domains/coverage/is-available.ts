import type { Tx } from '@goodword/db';
import { listCoverageRows } from './coverage.queries.ts';
import { decidingRow } from './coverage.ts';

/** True when people in the region may ask for this type. */
export async function isAvailable(
  tx: Tx,
  cell: { region: string; partnerTypeCode: string },
): Promise<boolean> {
  const rows = await listCoverageRows(tx, {
    country: cell.region.slice(0, 2),
    partnerTypeCode: cell.partnerTypeCode,
  });
  return decidingRow(rows, cell.region)?.status === 'available';
}
