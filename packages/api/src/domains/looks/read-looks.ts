import type { z } from 'zod';
import { type Context, elevated, inScope, partnerIdOf } from '../../platform/context.ts';
import { listLooksAt } from './looks.queries.ts';
import type { ownLooks } from './looks.schema.ts';

/** More nobody reads; the trail keeps all. */
const NEWEST = 50;

/** The partner of the session reads who of ours looked at its portal, when, why and for how long. */
export async function readOwnLooks(ctx: Context): Promise<z.infer<typeof ownLooks>> {
  const partnerId = partnerIdOf(ctx);
  const now = ctx.clock.now();
  // Elevated: a partner sees no accounts of ours, and learns the names of those who looked.
  const rows = await inScope(elevated(ctx), (tx) => listLooksAt(tx, partnerId, NEWEST));
  return rows.flatMap(({ endsAt, startedAt, endedAt, ended, ...row }) => {
    if (!startedAt || !endsAt) return [];
    // Its time is over though nobody noted it yet.
    const isOver = !endedAt && endsAt <= now;
    return [
      { ...row, startedAt, endedAt: isOver ? endsAt : endedAt, ended: isOver ? ('time' as const) : ended },
    ];
  });
}
