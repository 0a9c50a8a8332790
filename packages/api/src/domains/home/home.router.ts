import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { countOverdue } from '../care/index.ts';
import { countOpenComplaints } from '../complaints/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { countStalled } from '../partners/index.ts';
import { countOverdueChecks } from '../yearly-checks/index.ts';
import { compareMonths, countWaiting, firstSteps, verifiedValue, weeklyActivity } from './home.queries.ts';
import { homeOutput } from './home.schema.ts';

const WEEKS_SHOWN = 12;

export const homeRouter = router({
  /** What needs somebody today, and how the last weeks went. */
  summary: procedure
    .meta({ audiences: ['staff'], permission: 'partners.read' })
    .input(z.strictObject({}).optional())
    .output(homeOutput)
    .query(({ ctx }) =>
      inScope(ctx, async (tx) => {
        const now = ctx.clock.now();
        const { timeZone } = await requireOrganisation(tx);
        const values = await verifiedValue(tx, addDays(now, -30));
        return {
          firstSteps: await firstSteps(tx),
          waiting: {
            ...(await countWaiting(tx, now)),
            overduePartners: await countOverdue(tx, now),
            overdueChecks: await countOverdueChecks(tx, now),
            openComplaints: await countOpenComplaints(tx),
            stalledPartners: await countStalled(tx, now),
          },
          month: {
            ...(await compareMonths(tx, now)),
            verifiedValue: values.map((row) => ({ ...row, valueMinor: BigInt(row.valueMinor) })),
          },
          weeks: [
            ...(await weeklyActivity(tx, { from: addDays(now, -7 * (WEEKS_SHOWN - 1)), to: now, timeZone })),
          ],
        };
      }),
    ),
});
