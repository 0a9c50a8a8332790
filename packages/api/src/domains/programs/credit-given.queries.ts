import type { Tx } from '@goodword/db';
import { creditLots, redemptionLots, redemptions, rewards } from '@goodword/db/schema';
import { and, eq, type SQL, sql } from 'drizzle-orm';

/** How much of a reward of the query around counts as given, in minor units: of a cancelled one what had been used of it. */
export function creditGiven(tx: Tx): SQL {
  const usedMinor = tx
    .select({ sum: sql`coalesce(sum(${redemptionLots.amountMinor}), 0)` })
    .from(redemptionLots)
    .innerJoin(creditLots, eq(creditLots.id, redemptionLots.lotId))
    .innerJoin(redemptions, eq(redemptions.id, redemptionLots.redemptionId))
    .where(and(eq(creditLots.rewardId, rewards.id), eq(redemptions.status, 'committed')));
  return sql`case when ${rewards.status} = 'cancelled' then ${usedMinor} else ${rewards.amountMinor} end`;
}
