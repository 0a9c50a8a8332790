import type { LeadShareStatus } from '@goodword/db/vocabulary';
import { stringify } from 'csv-stringify/sync';
import { type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { describeMoney } from '../../shared/money.ts';
import { listPartnerShares } from './sharing.queries.ts';
import { type ViewedShare, viewShares } from './view-shares.ts';

const MOST_ROWS = 10_000;

const columns: readonly [title: string, cell: (row: ViewedShare) => string | null | undefined][] = [
  ['Id', ({ share }) => share.id],
  ['Status', ({ share }) => share.status],
  ['Role', ({ partnerTypeName }) => partnerTypeName],
  ['Sent at', ({ share }) => share.sentAt.toISOString()],
  ['Answer by', ({ share }) => share.answerBy.toISOString()],
  ['Accepted at', ({ share }) => share.acceptedAt?.toISOString()],
  ['Ended at', ({ share }) => share.endedAt?.toISOString()],
  ['Outcome', ({ share }) => share.outcome],
  ['Name', ({ lead }) => lead.contact?.name],
  ['E-mail', ({ lead }) => lead.contact?.email],
  ['Phone', ({ lead }) => lead.contact?.phone],
  ['Location', ({ lead }) => lead.contact?.location],
  ['Budget from', ({ lead }) => amount(lead.budget, lead.budget?.minMinor)],
  ['Budget to', ({ lead }) => amount(lead.budget, lead.budget?.maxMinor)],
  ['Financing', ({ lead }) => lead.budget?.financing],
  ['Payment', ({ lead }) => lead.budget?.payment],
  ['Region', ({ lead }) => lead.requirements?.region],
  ['Service needed', ({ lead }) => lead.requirements?.serviceNeeded],
  ['Property type', ({ lead }) => lead.requirements?.property?.propertyType],
  ['Place', ({ lead }) => lead.requirements?.property?.place],
  ['Size', ({ lead }) => lead.requirements?.property?.size],
  ['Amenities', ({ lead }) => lead.requirements?.property?.amenities.join(', ')],
  ['Move-in', ({ lead }) => lead.requirements?.property?.moveIn],
  ['Message', ({ lead }) => lead.message],
];

/** The partner's shares as CSV text, cell by cell what its screens show. A cell never starts a formula. */
export async function exportMyShares(ctx: Context, status: LeadShareStatus | undefined): Promise<string> {
  return inScope(ctx, async (tx) => {
    const rows = await listPartnerShares(tx, {
      partnerId: partnerIdOf(ctx),
      status,
      after: null,
      limit: MOST_ROWS,
    });
    const viewed = await viewShares(tx, rows);
    return stringify(
      [columns.map(([title]) => title), ...viewed.map((row) => columns.map(([, cell]) => cell(row) ?? ''))],
      { escape_formulas: true, record_delimiter: 'windows' },
    );
  });
}

function amount(budget: ViewedShare['lead']['budget'], minor: bigint | null | undefined): string {
  if (!budget || minor === null || minor === undefined) return '';
  return describeMoney({ amountMinor: minor, currency: budget.currency });
}
