import type { Tx } from '@goodword/db';
import { clients, creditLots, programs, redemptions, rewards } from '@goodword/db/schema';
import type { RewardStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { RewardRow } from './rewards.queries.ts';

/** Rewards with the names staff need. */
export async function listRewards(
  tx: Tx,
  filter: {
    status?: RewardStatus;
    programId?: string;
    clientId?: string;
    after: Keyset | null;
    limit: number;
  },
): Promise<{ reward: RewardRow; programName: string; clientName: string }[]> {
  return tx
    .select({ reward: rewards, programName: programs.name, clientName: clients.name })
    .from(rewards)
    .innerJoin(programs, eq(programs.id, rewards.programId))
    .innerJoin(clients, eq(clients.id, rewards.clientId))
    .where(
      and(
        filter.status ? eq(rewards.status, filter.status) : undefined,
        filter.programId ? eq(rewards.programId, filter.programId) : undefined,
        filter.clientId ? eq(rewards.clientId, filter.clientId) : undefined,
        behind({ at: rewards.createdAt, id: rewards.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(rewards.createdAt), desc(rewards.id))
    .limit(filter.limit);
}

/** Everything a patient's wallet is made of. The program's name is null once the patient cannot see it any more. */
export async function readWalletRows(tx: Tx, clientId: string) {
  const lots = await tx
    .select({ lot: creditLots, programName: programs.name, rewardStatus: rewards.status })
    .from(creditLots)
    .leftJoin(rewards, eq(rewards.id, creditLots.rewardId))
    .leftJoin(programs, eq(programs.id, rewards.programId))
    .where(eq(creditLots.clientId, clientId))
    .orderBy(asc(creditLots.expiresAt), asc(creditLots.id));
  const vouchers = await tx
    .select({ reward: rewards, programName: programs.name })
    .from(rewards)
    .leftJoin(programs, eq(programs.id, rewards.programId))
    .where(
      and(
        eq(rewards.clientId, clientId),
        ne(rewards.kind, 'credit'),
        inArray(rewards.status, ['available', 'redeemed', 'expired']),
      ),
    )
    .orderBy(desc(rewards.availableAt));
  const spent = await tx
    .select()
    .from(redemptions)
    .where(and(eq(redemptions.clientId, clientId), ne(redemptions.status, 'released')))
    .orderBy(desc(redemptions.createdAt));
  return { lots, vouchers, spent };
}
