import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { notFound } from '../../shared/errors.ts';
import { scorecardOf } from './scorecard.ts';
import { countsOf, countsOrNothing, listCounts } from './scorecards.queries.ts';
import type {
  listScorecardsInput,
  scorecardInput,
  scorecardOutput,
  scorecardPage,
} from './scorecards.schema.ts';

/** A window that ends now, and the one of the same length before it. */
function windowsOf(now: Date, days: number) {
  const from = addDays(now, -days);
  return { here: { from, to: now }, before: { from: addDays(from, -days), to: from } };
}

/** How one partner does, beside the time before. @throws `not_found` */
export async function readScorecard(
  ctx: Context,
  { partnerId, days }: z.output<typeof scorecardInput>,
): Promise<z.infer<typeof scorecardOutput>> {
  const { here, before } = windowsOf(ctx.clock.now(), days);
  return inScope(ctx, async (tx) => {
    const now = (await countsOf(tx, [partnerId], here)).get(partnerId);
    if (!now) throw notFound('partner');
    const earlier = await countsOf(tx, [partnerId], before);
    return { days, figures: scorecardOf(now, countsOrNothing(earlier, partnerId)) };
  });
}

/** How all active partners do, by a figure or by name. */
export async function listScorecards(
  ctx: Context,
  { days, ...input }: z.output<typeof listScorecardsInput>,
): Promise<z.infer<typeof scorecardPage>> {
  const { here, before } = windowsOf(ctx.clock.now(), days);
  return inScope(ctx, async (tx) => {
    const page = await listCounts(tx, { ...input, window: here });
    const earlier = await countsOf(
      tx,
      page.rows.map(({ id }) => id),
      before,
    );
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map(({ id, name, counts }) => ({
        partnerId: id,
        partnerName: name,
        figures: scorecardOf(counts, countsOrNothing(earlier, id)),
      })),
    };
  });
}
