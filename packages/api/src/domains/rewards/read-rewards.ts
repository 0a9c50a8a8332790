import { rewardMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { describeMoney } from '../../shared/money.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { describeReward } from '../programs/index.ts';
import { listRewards, readWalletRows } from './reward-lists.queries.ts';
import type { listRewardsInput, rewardRow, walletOutput } from './rewards.schema.ts';

/** One page of rewards for staff, newest first. */
export async function readRewards(
  ctx: Context,
  input: z.infer<typeof listRewardsInput>,
): Promise<Page<z.infer<typeof rewardRow>>> {
  const { cursor, limit, ...filter } = input;
  const rows = await inScope(ctx, (tx) =>
    listRewards(tx, { ...filter, after: decodeCursor(cursor), limit: limit + 1 }),
  );
  return toPage(
    rows.map(({ reward, programName, clientName }) => ({
      ...reward,
      programName,
      clientName,
      words: describeReward(reward, reward.currency),
      moves: [...rewardMachine.moves[reward.status]],
    })),
    limit,
    (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
  );
}

type Wallet = z.infer<typeof walletOutput>;
type WalletRows = Awaited<ReturnType<typeof readWalletRows>>;

/** Once a program is over its name is no longer visible to patients; the reward still is. */
const UNNAMED = 'Refer a friend';

/**
 * A patient's wallet. It says what was earned and used and never by whose doing: rewards of a day and program stand
 * as one line, and one that still waits does not show at all, because its moment would tell of a friend's care.
 */
export async function readWallet(ctx: Context): Promise<Wallet> {
  const { clientId } = ctx.scope;
  invariant(clientId, 'patients have wallets');
  const rows = await inScope(ctx, (tx) => readWalletRows(tx, clientId));
  const now = ctx.clock.now();
  const usable = rows.lots.filter(
    ({ lot, rewardStatus }) =>
      lot.remainingMinor > 0n && lot.expiresAt > now && (!lot.rewardId || rewardStatus === 'available'),
  );
  return {
    balances: balancesOf(usable, rows.spent),
    lots: usable.map(({ lot, programName }) => ({ ...lot, label: programName ?? UNNAMED })),
    vouchers: rows.vouchers.map(({ reward, programName }) => ({
      ...reward,
      label: programName ?? UNNAMED,
      words: describeReward(reward, reward.currency),
    })),
    history: historyOf(rows),
  };
}

function balancesOf(usable: WalletRows['lots'], spent: WalletRows['spent']): Wallet['balances'] {
  const reserved = spent.filter((row) => row.status === 'reserved' && !row.voucherRewardId);
  const currencies = new Set([
    ...usable.map(({ lot }) => lot.currency),
    ...reserved.map((row) => row.currency),
  ]);
  return [...currencies].sort().map((currency) => {
    const lots = usable.filter(({ lot }) => lot.currency === currency).map(({ lot }) => lot);
    const [next] = lots;
    return {
      currency,
      amountMinor: sum(lots.map((lot) => lot.remainingMinor)),
      reservedMinor: sum(reserved.filter((row) => row.currency === currency).map((row) => row.amountMinor)),
      nextExpiry: next ? { amountMinor: next.remainingMinor, at: next.expiresAt } : null,
    };
  });
}

function historyOf({ lots, vouchers, spent }: WalletRows): Wallet['history'] {
  const earned = new Map<string, Wallet['history'][number]>();
  for (const { lot, programName } of lots) {
    const label = programName ?? UNNAMED;
    const key = `${lot.createdAt.toISOString().slice(0, 10)}:${label}:${lot.currency}`;
    const line = earned.get(key);
    const amountMinor = (line?.amountMinor ?? 0n) + lot.amountMinor;
    earned.set(key, {
      id: line?.id ?? lot.id,
      at: line?.at ?? lot.createdAt,
      kind: 'earned',
      words: `Credit from ${label}`,
      amountMinor,
      currency: lot.currency,
    });
  }
  const expired = lots.flatMap(({ lot, programName }) =>
    lot.expiredAt
      ? [
          {
            id: `${lot.id}-expired`,
            at: lot.expiredAt,
            kind: 'expired' as const,
            words: `What was left of your credit from ${programName ?? UNNAMED} ended`,
            amountMinor: null,
            currency: lot.currency,
          },
        ]
      : [],
  );
  const gotVouchers = vouchers.map(({ reward, programName }) => ({
    id: reward.id,
    at: reward.availableAt ?? reward.createdAt,
    kind: 'earned' as const,
    words: `${describeReward(reward, reward.currency)} from ${programName ?? UNNAMED}`,
    amountMinor: null,
    currency: reward.currency,
  }));
  const used = spent.flatMap((row) =>
    row.committedAt
      ? [
          {
            id: row.id,
            at: row.committedAt,
            kind: 'used' as const,
            words: row.voucherRewardId
              ? `Voucher worth ${describeMoney(row)} used on ${row.externalOrderId}`
              : `Used on ${row.externalOrderId}`,
            amountMinor: row.voucherRewardId ? null : -row.amountMinor,
            currency: row.currency,
          },
        ]
      : [],
  );
  return [...earned.values(), ...expired, ...gotVouchers, ...used].sort(
    (left, right) => right.at.getTime() - left.at.getTime(),
  );
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
