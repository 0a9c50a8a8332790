import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { givenInYear, listDue, listTouchpoints, partnerExists, rulesOfPartner } from './care.queries.ts';
import type {
  duePage,
  listDueInput,
  listTouchpointsInput,
  partnerCareOutput,
  touchpointPage,
} from './care.schema.ts';
import { limitsOf, yearOf } from './care.ts';

const SHOWN_ON_PARTNER = 50;
const SOON_DAYS = 14;

/** Touchpoints of all partners or one. */
export async function readTouchpoints(
  ctx: Context,
  { mine, ...filter }: z.output<typeof listTouchpointsInput>,
): Promise<z.infer<typeof touchpointPage>> {
  const accountId = mine ? (actorId(ctx.actor) ?? undefined) : undefined;
  return inScope(ctx, (tx) => listTouchpoints(tx, { ...filter, accountId }));
}

/** Who is due, the longest overdue first. */
export async function readDue(
  ctx: Context,
  { due, ...filter }: z.output<typeof listDueInput>,
): Promise<z.infer<typeof duePage>> {
  const now = ctx.clock.now();
  const before = { overdue: now, soon: addDays(now, SOON_DAYS), all: undefined }[due];
  const page = await inScope(ctx, (tx) => listDue(tx, { ...filter, before }));
  return { ...page, rows: page.rows.map((row) => ({ ...row, overdue: row.dueAt < now })) };
}

/** Cadence, limits and touchpoints of one partner. @throws `not_found` */
export async function readPartnerCare(
  ctx: Context,
  { partnerId }: { partnerId: string },
): Promise<z.infer<typeof partnerCareOutput>> {
  return inScope(ctx, async (tx) => {
    if (!(await partnerExists(tx, partnerId))) throw notFound('partner');
    const { timeZone } = await requireOrganisation(tx);
    const now = ctx.clock.now();
    const year = yearOf(now, timeZone);
    const [rules, given, { rows: touchpoints }, { rows: due }] = await Promise.all([
      rulesOfPartner(tx, partnerId),
      givenInYear(tx, { partnerId, year }),
      listTouchpoints(tx, { partnerId, limit: SHOWN_ON_PARTNER }),
      listDue(tx, { partnerId, limit: 1 }),
    ]);
    const [next] = due;
    return {
      cadence: next
        ? { days: next.cadenceDays, lastAt: next.lastAt, dueAt: next.dueAt, overdue: next.dueAt < now }
        : null,
      year,
      limits: limitsOf(rules, given),
      touchpoints,
    };
  });
}
