import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { actionsOn, lineOf } from './commission.ts';
import {
  getCommissionDetail,
  getOwnCommission,
  listCommissions,
  listOwnCommissions,
  sumOwnCommissions,
} from './commission-lists.queries.ts';
import type { CommissionRow } from './commissions.queries.ts';
import type {
  commissionDetail,
  commissionPage,
  listCommissionsInput,
  listOwnCommissionsInput,
  ownCommissionDetail,
  ownCommissionPage,
  ownCommissionSummary,
} from './commissions.schema.ts';

type Detail = z.infer<typeof commissionDetail>;
type Summary = z.infer<typeof commissionPage>['rows'][number];
type OwnSummary = z.infer<typeof ownCommissionSummary>['currencies'][number];

const keyOf = ({ commission }: { commission: CommissionRow }) => ({
  value: commission.createdAt.toISOString(),
  id: commission.id,
});

/** What staff and the partner see alike. */
function factsOf(row: CommissionRow) {
  return {
    id: row.id,
    status: row.status,
    direction: directionOf(row),
    line: lineOf(row.planLine),
    amountMinor: row.amountMinor,
    currency: row.currency,
    createdAt: row.createdAt,
    approvedAt: row.approvedAt,
    invoicedAt: row.invoicedAt,
    dueAt: row.dueAt,
    paidAt: row.paidAt,
  };
}

function directionOf(row: CommissionRow): 'we_pay' | 'partner_pays' {
  invariant(row.direction !== 'none', 'a commission has somebody who pays');
  return row.direction;
}

type SummaryRow = Awaited<ReturnType<typeof listCommissions>>[number];

function summaryOf({ commission, ...names }: SummaryRow): Summary {
  return {
    ...factsOf(commission),
    partnerId: commission.partnerId,
    partnerName: names.partnerName,
    partnerTypeName: names.partnerTypeName,
    clientName: names.clientName,
    dealId: commission.dealId,
    dealValueMinor: names.dealValueMinor,
    dealCurrency: names.dealCurrency,
  };
}

/** One page of lines for staff, newest first. */
export async function commissionsPage(
  ctx: Context,
  input: z.infer<typeof listCommissionsInput>,
): Promise<z.infer<typeof commissionPage>> {
  const { cursor, limit, ...filter } = input;
  const found = await inScope(ctx, (tx) =>
    listCommissions(tx, { ...filter, after: decodeCursor(cursor), limit: limit + 1 }),
  );
  const { rows, nextCursor } = toPage(found, limit, keyOf);
  return { rows: rows.map(summaryOf), nextCursor };
}

/** Everything staff see of one line. @throws `not_found` */
export async function readCommission(ctx: Context, id: string): Promise<Detail> {
  return inScope(ctx, async (tx) => {
    const row = await getCommissionDetail(tx, id);
    if (!row) throw notFound('commission');
    const { commission } = row;
    return {
      ...summaryOf(row),
      baseMinor: commission.baseMinor,
      trace: { steps: commission.trace.steps },
      reason: commission.reason,
      approvedByName: row.approvedByName,
      reversesId: commission.reversesId,
      reversedById: row.reversedById,
      payoutId: commission.payoutId,
      payoutBatchId: row.payoutBatchId,
      payoutReference: row.payoutReference,
      actions: actionsOn(commission),
      timeline: await timelineOf(tx, [id]),
    };
  });
}

const NOT_REPORTED =
  'The client has not agreed that we tell you how it went, so this is the amount and nothing else.';

/** Without the client's leave the days on which the deal was verified and the line approved stay with us. */
function ownFactsOf(row: CommissionRow, reported: boolean) {
  const facts = factsOf(row);
  if (reported) return facts;
  return { ...facts, createdAt: row.paidAt ?? row.invoicedAt ?? row.createdAt, approvedAt: null };
}

/** One page of the lines of the partner of the session, newest first. */
export async function ownCommissionsPage(
  ctx: Context,
  input: z.infer<typeof listOwnCommissionsInput>,
): Promise<z.infer<typeof ownCommissionPage>> {
  const found = await inScope(ctx, (tx) =>
    listOwnCommissions(tx, {
      partnerId: partnerIdOf(ctx),
      status: input.status,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    }),
  );
  const { rows, nextCursor } = toPage(found, input.limit, keyOf);
  return {
    nextCursor,
    rows: rows.map(({ commission, shareId, introductionId, reported }) => ({
      ...ownFactsOf(commission, reported),
      shareId,
      introductionId,
    })),
  };
}

/** What a partner sees of a line of its own: amounts, trace and steps, nothing of the client. @throws `not_found` */
export async function readOwnCommission(
  ctx: Context,
  id: string,
): Promise<z.infer<typeof ownCommissionDetail>> {
  const row = await inScope(ctx, (tx) => getOwnCommission(tx, { partnerId: partnerIdOf(ctx), id }));
  if (!row) throw notFound('commission');
  const { commission, reported } = row;
  return {
    ...ownFactsOf(commission, reported),
    shareId: row.shareId,
    introductionId: row.introductionId,
    baseMinor: reported ? commission.baseMinor : null,
    trace: { steps: reported ? commission.trace.steps : [NOT_REPORTED] },
    reversesId: commission.reversesId,
    payoutId: row.payoutId,
    payoutReference: row.payoutReference,
    steps: stepsOf({ ...commission, ...ownFactsOf(commission, reported) }, row.payoutSentAt),
  };
}

type Dates = Pick<CommissionRow, 'direction' | 'createdAt' | 'approvedAt' | 'invoicedAt' | 'paidAt'>;

function stepsOf(row: Dates, payoutSentAt: Date | null) {
  const partnerPays = row.direction === 'partner_pays';
  const steps: { key: string; label: string; at: Date | null }[] = [
    { key: 'calculated', label: 'Calculated from the verified deal', at: row.createdAt },
    { key: 'approved', label: 'Approved', at: row.approvedAt },
    { key: 'invoiced', label: 'Invoiced', at: row.invoicedAt },
    { key: 'sent', label: 'Payout sent', at: payoutSentAt },
    { key: 'paid', label: partnerPays ? 'Settled' : 'Paid', at: row.paidAt },
  ];
  return steps.flatMap(({ at, ...step }) => (at ? [{ ...step, at }] : []));
}

/** What the partner of the session earned, got and owes, per currency. */
export async function summariseOwnCommissions(ctx: Context): Promise<z.infer<typeof ownCommissionSummary>> {
  const sums = await inScope(ctx, (tx) => sumOwnCommissions(tx, partnerIdOf(ctx)));
  const currencies = new Map<string, OwnSummary>();
  for (const { currency, direction, status, amountMinor } of sums) {
    const total = currencies.get(currency) ?? {
      currency,
      openMinor: 0n,
      approvedMinor: 0n,
      paidMinor: 0n,
      owedToUsMinor: 0n,
      settledToUsMinor: 0n,
    };
    const field = direction === 'partner_pays' ? owedField[status] : earnedField[status];
    if (field) total[field] += amountMinor;
    currencies.set(currency, total);
  }
  return { currencies: [...currencies.values()] };
}

type Sum = Exclude<keyof OwnSummary, 'currency'>;
type Sums = Partial<Record<CommissionRow['status'], Sum>>;

const earnedField: Sums = {
  pending: 'openMinor',
  calculated: 'openMinor',
  held: 'openMinor',
  approved: 'approvedMinor',
  scheduled: 'approvedMinor',
  paid: 'paidMinor',
};

const owedField: Sums = {
  approved: 'owedToUsMinor',
  invoiced: 'owedToUsMinor',
  overdue: 'owedToUsMinor',
  settled: 'settledToUsMinor',
};
