import { commitReservation, releaseReservation, reserveCredit } from '../domains/checkout/index.ts';
import { acceptEvent } from '../domains/consultations/index.ts';
import { type Context, inScope } from '../platform/context.ts';
import { AppError } from '../shared/errors.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** The clinic's own system, as the edge sees it. */
export interface DemoClinic {
  /** Reports a completed consultation. */
  consult(email: string, payer: string): Promise<void>;
  /** Puts credit on an order; most orders are paid, some given up. */
  spend(email: string, options?: { giveUp?: boolean }): Promise<void>;
}

export function createClinic(stage: Stage, random: Random, apiKeyId: string): DemoClinic {
  let count = 0;
  const edge = (): Context => ({
    ...stage.system,
    scope: { audience: 'edge' },
    actor: { type: 'system_key', apiKeyId },
  });
  return {
    async consult(email, payer) {
      count += 1;
      const eventId = `demo-consultation-${count}`;
      const event = {
        type: 'consultation.completed',
        data: {
          patientEmail: email,
          consultationId: eventId,
          completedAt: stage.now().toISOString(),
          payer,
          jurisdiction: 'AE',
        },
      } as const;
      const ctx = edge();
      await inScope(ctx, (tx) => acceptEvent(tx, ctx, { apiKeyId, eventId, event }));
    },
    async spend(email, { giveUp = random.chance(0.2) } = {}) {
      count += 1;
      const ctx = edge();
      const order = {
        patientEmail: email,
        orderId: `demo-order-${count}`,
        kind: 'order',
        currency: 'USD',
        orderTotalMinor: BigInt(random.between(30, 140)) * 100n,
      } as const;
      try {
        const { reservationId } = await inScope(ctx, (tx) => reserveCredit(tx, ctx, apiKeyId, order));
        await inScope(ctx, (tx) =>
          giveUp
            ? releaseReservation(tx, ctx, apiKeyId, reservationId)
            : commitReservation(tx, ctx, apiKeyId, reservationId),
        );
      } catch (error) {
        // An empty wallet buys nothing.
        if (!(error instanceof AppError && error.code === 'insufficient_credit')) throw error;
      }
    },
  };
}
