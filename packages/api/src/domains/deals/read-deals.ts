import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { listCommissionsOfDeal } from '../commissions/index.ts';
import { originOf } from './deal.ts';
import { getDealDetail, listDeals } from './deals.queries.ts';
import type { dealDetail, dealPage, listDealsInput } from './deals.schema.ts';

type Summary = z.infer<typeof dealPage>['rows'][number];

function summaryOf(row: Awaited<ReturnType<typeof listDeals>>[number]): Summary {
  const { deal } = row;
  return {
    id: deal.id,
    status: deal.status,
    valueMinor: deal.valueMinor,
    currency: deal.currency,
    origin: originOf(deal),
    clientId: deal.clientId,
    clientName: row.clientName,
    leadId: deal.leadId,
    partnerId: deal.partnerId,
    partnerName: row.partnerName,
    closedAt: deal.closedAt,
    createdAt: deal.createdAt,
    verifiedAt: deal.verifiedAt,
  };
}

/** One page of deals for staff, newest first. */
export async function dealsPage(
  ctx: Context,
  input: z.infer<typeof listDealsInput>,
): Promise<z.infer<typeof dealPage>> {
  const { cursor, limit, ...filter } = input;
  const found = await inScope(ctx, (tx) =>
    listDeals(tx, { ...filter, after: decodeCursor(cursor), limit: limit + 1 }),
  );
  const { rows, nextCursor } = toPage(found, limit, ({ deal }) => ({
    value: deal.createdAt.toISOString(),
    id: deal.id,
  }));
  return { rows: rows.map(summaryOf), nextCursor };
}

/** Everything staff see of one deal. @throws `not_found` */
export async function readDeal(ctx: Context, id: string): Promise<z.infer<typeof dealDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await getDealDetail(tx, id);
    if (!row) throw notFound('deal');
    const { deal } = row;
    const commissions = await listCommissionsOfDeal(tx, id);
    const timeline = await timelineOf(tx, [id]);
    return {
      ...summaryOf(row),
      shareId: deal.shareId,
      partnerReferralId: deal.partnerReferralId,
      introductionId: deal.introductionId,
      engagementId: deal.engagementId,
      partnerTypeName: row.partnerTypeName,
      reportedByName: row.reportedByName ?? 'Goodword',
      verifiedByName: row.verifiedByName,
      note: deal.note,
      commissions: commissions.map(({ commission, partnerName }) => {
        const { id, status, direction, partnerId, amountMinor, currency, createdAt } = commission;
        invariant(direction !== 'none', 'a commission has somebody who pays');
        return { id, status, direction, partnerId, partnerName, amountMinor, currency, createdAt };
      }),
      noCommissionReasons: timeline
        .filter((entry) => /^deal\.no_\w+_commission$/.test(entry.action))
        .flatMap((entry) => entry.reason ?? []),
      timeline,
    };
  });
}
