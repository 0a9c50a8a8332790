import type { Tx } from '@goodword/db';
import { accounts, partnerLooks } from '@goodword/db/schema';
import { and, desc, eq, isNotNull } from 'drizzle-orm';

/** Looks at the portal of a partner that took place, newest first, with the names of those who looked. */
export async function listLooksAt(tx: Tx, partnerId: string, limit: number) {
  return tx
    .select({
      id: partnerLooks.id,
      staffName: accounts.name,
      reason: partnerLooks.reason,
      startedAt: partnerLooks.startedAt,
      endsAt: partnerLooks.endsAt,
      endedAt: partnerLooks.endedAt,
      ended: partnerLooks.ended,
    })
    .from(partnerLooks)
    .innerJoin(accounts, eq(accounts.id, partnerLooks.staffId))
    .where(and(eq(partnerLooks.partnerId, partnerId), isNotNull(partnerLooks.startedAt)))
    .orderBy(desc(partnerLooks.startedAt), desc(partnerLooks.id))
    .limit(limit);
}
