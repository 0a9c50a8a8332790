import type { Tx } from '@goodword/db';
import {
  clients,
  consultations,
  creditLots,
  invites,
  programs,
  redemptionLots,
  redemptions,
  rewards,
} from '@goodword/db/schema';
import type { RewardSide } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm';

export type RewardRow = typeof rewards.$inferSelect;

export type CreditLotRow = typeof creditLots.$inferSelect;

/** False when this set was rewarded before. */
export async function insertReward(tx: Tx, row: typeof rewards.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(rewards)
    .values(row)
    .onConflictDoNothing({
      target: [rewards.programId, rewards.clientId, rewards.side, rewards.qualifyingSet],
    })
    .returning({ id: rewards.id });
  return rows.length === 1;
}

/** Waits for whoever else decides about this reward. */
export async function lockReward(tx: Tx, id: string): Promise<RewardRow | undefined> {
  const [row] = await tx.select().from(rewards).where(eq(rewards.id, id)).for('update');
  return row;
}

/** The sets of invites that were rewarded, whatever became of the reward. */
export async function listQualifyingSets(
  tx: Tx,
  key: { programId: string; clientId: string; side: RewardSide },
): Promise<string[]> {
  const rows = await tx
    .select({ set: rewards.qualifyingSet })
    .from(rewards)
    .where(
      and(
        eq(rewards.programId, key.programId),
        eq(rewards.clientId, key.clientId),
        eq(rewards.side, key.side),
      ),
    );
  return rows.map((row) => row.set);
}

/**
 * Credit of a patient in a program, with the day it was earned. A program may have changed its currency, and amounts of two
 * do not add up.
 * @param given how much of a reward counts: see `creditGiven` of programs
 */
export async function listCreditSince(
  tx: Tx,
  key: { programId: string; clientId: string; currency: string; since: Date },
  given: SQL,
): Promise<{ amountMinor: bigint; earnedAt: Date }[]> {
  const rows = await tx
    .select({
      amountMinor: sql<bigint | null>`${given}`.mapWith(BigInt),
      earnedAt: rewards.earnedAt,
    })
    .from(rewards)
    .where(
      and(
        eq(rewards.programId, key.programId),
        eq(rewards.clientId, key.clientId),
        eq(rewards.currency, key.currency),
        eq(rewards.kind, 'credit'),
        gt(rewards.earnedAt, key.since),
      ),
    );
  return rows.flatMap(({ amountMinor, earnedAt }) =>
    amountMinor !== null && earnedAt ? [{ amountMinor, earnedAt }] : [],
  );
}

/** Who paid for this patient's latest consultation. */
export async function latestPayer(tx: Tx, clientId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ payer: consultations.payer })
    .from(consultations)
    .where(eq(consultations.clientId, clientId))
    .orderBy(desc(consultations.completedAt))
    .limit(1);
  return row?.payer;
}

/** Earned rewards whose waiting time is over. */
export async function listRewardsDue(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: rewards.id })
    .from(rewards)
    .innerJoin(programs, eq(programs.id, rewards.programId))
    .where(
      and(
        eq(rewards.status, 'earned'),
        sql`${rewards.earnedAt} + make_interval(days => ${programs.holdDays}) <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(rewards.createdAt)
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Rewards not yet used up or ended whose set holds an invite that was taken back, and that no open checkout holds: all of
 * them, those of one invite, or those that paid in one checkout.
 */
export async function listRewardsOfReversed(
  tx: Tx,
  { limit, inviteId, redemptionId }: { limit: number; inviteId?: string; redemptionId?: string },
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: rewards.id })
    .from(invites)
    .innerJoin(
      rewards,
      and(
        // Says nothing the set does not say, but spares comparing every set with every such invite.
        or(eq(rewards.clientId, invites.clientId), eq(rewards.clientId, invites.friendClientId)),
        sql`${invites.id} = any(string_to_array(${rewards.qualifyingSet}, ','))`,
      ),
    )
    .leftJoin(creditLots, eq(creditLots.rewardId, rewards.id))
    .where(
      and(
        eq(invites.status, 'reversed'),
        inviteId ? eq(invites.id, inviteId) : undefined,
        redemptionId ? inArray(rewards.id, rewardsIn(tx, redemptionId)) : undefined,
        inArray(rewards.status, ['earned', 'held', 'available']),
        notExists(checkoutsOfLot(tx)),
        notExists(checkoutsOfVoucher(tx)),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function insertLot(tx: Tx, row: typeof creditLots.$inferInsert): Promise<void> {
  await tx.insert(creditLots).values(row);
}

export async function lockLotOfReward(tx: Tx, rewardId: string): Promise<CreditLotRow | undefined> {
  const [row] = await tx.select().from(creditLots).where(eq(creditLots.rewardId, rewardId)).for('update');
  return row;
}

export async function lockLot(tx: Tx, id: string): Promise<CreditLotRow | undefined> {
  const [row] = await tx.select().from(creditLots).where(eq(creditLots.id, id)).for('update');
  return row;
}

export async function updateLot(
  tx: Tx,
  id: string,
  set: Partial<typeof creditLots.$inferInsert>,
): Promise<void> {
  await tx.update(creditLots).set(set).where(eq(creditLots.id, id));
}

/**
 * Lots a patient can spend from now, soonest expiry first, locked. Whoever waited here sees what is left after the
 * one before, so that reservations at once never take more than there is.
 */
export async function lockSpendableLots(
  tx: Tx,
  key: { clientId: string; currency: string; now: Date },
): Promise<CreditLotRow[]> {
  const spendable = and(
    eq(creditLots.clientId, key.clientId),
    eq(creditLots.currency, key.currency),
    gt(creditLots.remainingMinor, 0n),
    gt(creditLots.expiresAt, key.now),
    isNull(creditLots.expiredAt),
    usable(),
  );
  const soonestFirst = [asc(creditLots.expiresAt), asc(creditLots.id)];
  const locked = await tx
    .select({ id: creditLots.id })
    .from(creditLots)
    .where(spendable)
    .orderBy(...soonestFirst)
    .for('update');
  const ids = locked.map((lot) => lot.id);
  // A hold locks the lot and writes only the reward: a statement that waited for the lot still sees the reward from before.
  return tx
    .select()
    .from(creditLots)
    .where(and(inArray(creditLots.id, ids), spendable))
    .orderBy(...soonestFirst);
}

/** Credit of a held reward stays where it is. */
function usable() {
  return sql`(${creditLots.rewardId} is null or exists (
    select from ${rewards} where ${rewards.id} = ${creditLots.rewardId} and ${rewards.status} = 'available'))`;
}

/** Whether a checkout that is not finished holds part of this lot. */
export async function isLotReserved(tx: Tx, lotId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: redemptions.id })
    .from(redemptionLots)
    .innerJoin(redemptions, eq(redemptions.id, redemptionLots.redemptionId))
    .where(and(eq(redemptionLots.lotId, lotId), eq(redemptions.status, 'reserved')))
    .limit(1);
  return rows.length > 0;
}

export async function isVoucherReserved(tx: Tx, rewardId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: redemptions.id })
    .from(redemptions)
    .where(and(eq(redemptions.voucherRewardId, rewardId), eq(redemptions.status, 'reserved')))
    .limit(1);
  return rows.length > 0;
}

/** Open checkouts that hold part of the lot of the query around. */
function checkoutsOfLot(tx: Tx) {
  return tx
    .select({ one: sql`1` })
    .from(redemptionLots)
    .innerJoin(redemptions, eq(redemptions.id, redemptionLots.redemptionId))
    .where(and(eq(redemptionLots.lotId, creditLots.id), eq(redemptions.status, 'reserved')));
}

/** The rewards that pay in a redemption: those behind its lots, or its voucher. */
function rewardsIn(tx: Tx, redemptionId: string) {
  return tx
    .select({ id: sql<string>`coalesce(${creditLots.rewardId}, ${redemptions.voucherRewardId})` })
    .from(redemptions)
    .leftJoin(redemptionLots, eq(redemptionLots.redemptionId, redemptions.id))
    .leftJoin(creditLots, eq(creditLots.id, redemptionLots.lotId))
    .where(eq(redemptions.id, redemptionId));
}

/** Open checkouts that hold the voucher of the query around. */
function checkoutsOfVoucher(tx: Tx) {
  return tx
    .select({ one: sql`1` })
    .from(redemptions)
    .where(and(eq(redemptions.voucherRewardId, rewards.id), eq(redemptions.status, 'reserved')));
}

/** Lots past their time with something left, that no open checkout holds and no hold keeps. */
export async function listLotsPastExpiry(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: creditLots.id })
    .from(creditLots)
    .where(
      and(
        lte(creditLots.expiresAt, now),
        gt(creditLots.remainingMinor, 0n),
        isNull(creditLots.expiredAt),
        usable(),
        notExists(checkoutsOfLot(tx)),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function listVouchersPastExpiry(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: rewards.id })
    .from(rewards)
    .where(
      and(
        eq(rewards.status, 'available'),
        ne(rewards.kind, 'credit'),
        lte(rewards.expiresAt, now),
        notExists(checkoutsOfVoucher(tx)),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function getBeneficiary(
  tx: Tx,
  clientId: string,
): Promise<{ name: string; email: string | null } | undefined> {
  const [row] = await tx
    .select({ name: clients.name, email: clients.email })
    .from(clients)
    .where(eq(clients.id, clientId));
  return row;
}
