import type { PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { listReservationsPastExpiry, lockRedemption } from './checkout.queries.ts';
import { release } from './settle-reservation.ts';

const BATCH = 200;

/** A checkout that was left open gives its credit back. */
const releaseExpired: PeriodicTask = {
  name: 'checkout.release-expired',
  everySeconds: 60,
  async run(ctx) {
    for (;;) {
      const ids = await inScope(ctx, (tx) => listReservationsPastExpiry(tx, ctx.clock.now(), BATCH));
      for (const id of ids) {
        await inScope(ctx, async (tx) => {
          const row = await lockRedemption(tx, id);
          if (row?.status === 'reserved') await release(tx, ctx, row);
        });
      }
      if (ids.length < BATCH) return;
    }
  },
};

export const checkoutTasks: PeriodicTask[] = [releaseExpired];
