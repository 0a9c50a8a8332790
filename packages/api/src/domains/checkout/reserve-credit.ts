import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addMinutes } from '../../shared/clock.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { applyRate } from '../../shared/money.ts';
import { findPatient } from '../clients/index.ts';
import { isVoucherReserved, lockReward, lockSpendableLots, updateLot } from '../rewards/index.ts';
import {
  findRedemption,
  insertRedemption,
  lockOrder,
  lockRedemption,
  type RedemptionRow,
} from './checkout.queries.ts';
import type { reserveInput } from './checkout.schema.ts';
import { takeFrom } from './checkout.ts';
import { release } from './settle-reservation.ts';

/** How long a checkout may take before its credit is free again. */
export const RESERVATION_MINUTES = 30;

export interface Reservation {
  reservationId: string;
  /** What to take off the order, in minor units, as text. */
  creditMinor: string;
  currency: string;
  expiresAt: string;
}

type Order = z.infer<typeof reserveInput>;

/**
 * Puts credit, or one voucher, aside for an order of another system. The same order asked again gets the same
 * reservation. Runs in the caller's transaction, in the edge's scope.
 * @param source the system the order belongs to
 * @throws `not_found` for an unknown patient or voucher, `insufficient_credit` when nothing can be used,
 *   `already_exists` when the order has another reservation, `not_eligible` for a voucher that does not fit
 */
export async function reserveCredit(
  tx: Tx,
  ctx: Context,
  source: string,
  order: Order,
): Promise<Reservation> {
  await lockOrder(tx, { source, orderId: order.orderId });
  const patient = await findPatient(tx, {
    source,
    externalId: order.patientExternalId,
    email: order.patientEmail,
  });
  if (!patient) throw notFound('patient');
  const earlier = await reuse(tx, ctx, source, order, patient.id);
  if (earlier) return describe(earlier);

  const now = ctx.clock.now();
  const part = order.voucherId
    ? await takeVoucher(tx, ctx, patient.id, order, order.voucherId)
    : await takeCredit(tx, ctx, patient.id, order);
  const row: RedemptionRow = {
    id: newId('redemption', now),
    clientId: patient.id,
    source,
    externalOrderId: order.orderId,
    status: 'reserved',
    voucherRewardId: order.voucherId ?? null,
    currency: order.currency,
    orderTotalMinor: order.orderTotalMinor,
    amountMinor: part.amountMinor,
    createdAt: now,
    expiresAt: addMinutes(now, RESERVATION_MINUTES),
    committedAt: null,
    releasedAt: null,
  };
  await insertRedemption(tx, row, part.lots);
  await recordChange(tx, ctx, {
    action: 'redemption.reserved',
    subjectType: 'redemption',
    subjectId: row.id,
    to: 'reserved',
  });
  return describe(row);
}

async function reuse(
  tx: Tx,
  ctx: Context,
  source: string,
  order: Order,
  clientId: string,
): Promise<RedemptionRow | null> {
  const standing = await findRedemption(tx, { source, orderId: order.orderId });
  const found = standing ? await lockRedemption(tx, standing.id) : undefined;
  if (!found || found.status === 'released') return null;
  if (found.status === 'reserved' && found.expiresAt <= ctx.clock.now()) {
    await release(tx, ctx, found);
    return null;
  }
  const same =
    found.status === 'reserved' &&
    found.clientId === clientId &&
    found.currency === order.currency &&
    found.orderTotalMinor === order.orderTotalMinor &&
    found.voucherRewardId === (order.voucherId ?? null);
  if (same) return found;
  throw new AppError('already_exists', {
    userMessage:
      found.status === 'committed'
        ? 'Credit was used on this order already.'
        : 'This order has a reservation with other figures. Release it first.',
  });
}

interface Part {
  amountMinor: bigint;
  lots: { lotId: string; amountMinor: bigint }[];
}

async function takeCredit(tx: Tx, ctx: Context, clientId: string, order: Order): Promise<Part> {
  const lots = await lockSpendableLots(tx, { clientId, currency: order.currency, now: ctx.clock.now() });
  const taken = takeFrom(lots, order.orderTotalMinor);
  if (taken.length === 0) {
    throw new AppError('insufficient_credit', {
      userMessage: `This patient has no ${order.currency} credit to use. Charge the order in full.`,
    });
  }
  for (const { lotId, leftMinor } of taken) await updateLot(tx, lotId, { remainingMinor: leftMinor });
  return {
    amountMinor: taken.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    lots: taken.map(({ lotId, amountMinor }) => ({ lotId, amountMinor })),
  };
}

async function takeVoucher(
  tx: Tx,
  ctx: Context,
  clientId: string,
  order: Order,
  voucherId: string,
): Promise<Part> {
  const voucher = await lockReward(tx, voucherId);
  if (voucher?.clientId !== clientId || voucher.kind === 'credit') throw notFound('voucher');
  const isOver = voucher.expiresAt !== null && voucher.expiresAt <= ctx.clock.now();
  if (voucher.status !== 'available' || isOver || (await isVoucherReserved(tx, voucherId))) {
    throw new AppError('not_eligible', {
      userMessage: 'This voucher was used, ended or is in another checkout.',
    });
  }
  if (voucher.kind === 'free_consultation' && order.kind !== 'consultation') {
    throw new AppError('not_eligible', {
      userMessage: 'This voucher is for a consultation, not for an order.',
    });
  }
  const amountMinor =
    voucher.kind === 'free_consultation'
      ? order.orderTotalMinor
      : applyRate(order.orderTotalMinor, voucher.percentBps ?? 0);
  if (amountMinor === 0n) {
    throw new AppError('not_eligible', { userMessage: 'This voucher takes nothing off so small an order.' });
  }
  return { amountMinor, lots: [] };
}

function describe(row: RedemptionRow): Reservation {
  return {
    reservationId: row.id,
    creditMinor: row.amountMinor.toString(),
    currency: row.currency,
    expiresAt: row.expiresAt.toISOString(),
  };
}
