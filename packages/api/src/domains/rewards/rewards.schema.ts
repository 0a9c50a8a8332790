import { rewardKinds, rewardMachine, rewardSides } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { bulkIdsField } from '../../shared/bulk.ts';
import { idField, reasonField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const rewardStatus = z.enum(rewardMachine.states);
export const rewardKind = z.enum(rewardKinds);
export const rewardSide = z.enum(rewardSides);

/** A patient's own rewards. Never says which friend caused one. */
export const walletOutput = z.object({
  balances: z.array(
    z.object({
      currency: z.string(),
      /** What can be used now. */
      amountMinor: z.bigint(),
      /** Held by a checkout that is not finished. */
      reservedMinor: z.bigint(),
      nextExpiry: z.object({ amountMinor: z.bigint(), at: z.date() }).nullable(),
    }),
  ),
  lots: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      currency: z.string(),
      amountMinor: z.bigint(),
      remainingMinor: z.bigint(),
      createdAt: z.date(),
      expiresAt: z.date(),
    }),
  ),
  vouchers: z.array(
    z.object({
      id: z.string(),
      kind: rewardKind,
      label: z.string(),
      words: z.string(),
      status: rewardStatus,
      percentBps: z.number().nullable(),
      currency: z.string(),
      expiresAt: z.date().nullable(),
      redeemedAt: z.date().nullable(),
    }),
  ),
  history: z.array(
    z.object({
      id: z.string(),
      at: z.date(),
      kind: z.enum(['earned', 'used', 'expired']),
      words: z.string(),
      /** Positive when the balance grew; null for a voucher. */
      amountMinor: z.bigint().nullable(),
      currency: z.string(),
    }),
  ),
});

export const listRewardsInput = z.strictObject({
  ...pageInput,
  status: rewardStatus.optional(),
  programId: idField.optional(),
  clientId: idField.optional(),
});

export const rewardRow = z.object({
  id: z.string(),
  programId: z.string(),
  programName: z.string(),
  inviteId: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  side: rewardSide,
  kind: rewardKind,
  /** What it is, in words. */
  words: z.string(),
  status: rewardStatus,
  amountMinor: z.bigint().nullable(),
  percentBps: z.number().nullable(),
  currency: z.string(),
  reason: z.string().nullable(),
  createdAt: z.date(),
  earnedAt: z.date().nullable(),
  availableAt: z.date().nullable(),
  redeemedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
  moves: z.array(rewardStatus),
});

export const rewardPage = pageOf(rewardRow);

export const approveRewardsInput = z.strictObject({ ids: bulkIdsField });

export const decideRewardInput = z.strictObject({ id: idField, reason: reasonField });
export const releaseRewardInput = z.strictObject({ id: idField, reason: reasonField.optional() });
