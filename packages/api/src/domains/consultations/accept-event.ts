import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { insertInboundEvent } from './consultations.queries.ts';
import type { InboundEvent } from './consultations.schema.ts';

const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Stores an event of another system together with the word to the worker, in the transaction of its idempotency key:
 * once it is acknowledged it is worked, and a repeated delivery finds the first.
 * @param event checked against the schema
 * @throws `invalid_input` for something that has not happened yet
 */
export async function acceptEvent(
  tx: Tx,
  ctx: Context,
  accepted: { apiKeyId: string; eventId: string; event: InboundEvent },
): Promise<{ id: string; status: 'accepted' }> {
  const { apiKeyId, eventId, event } = accepted;
  const now = ctx.clock.now();
  if (new Date(event.data.completedAt).getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw new AppError('invalid_input', {
      userMessage: 'completedAt lies ahead. Send the event once the consultation is completed.',
      fields: { 'data.completedAt': 'This moment lies ahead.' },
    });
  }
  const id = newId('inboundEvent', now);
  await Promise.all([
    insertInboundEvent(tx, { id, apiKeyId, eventId, type: event.type, payload: event, receivedAt: now }),
    recordChange(tx, ctx, {
      action: 'inbound_event.received',
      subjectType: 'inbound_event',
      subjectId: id,
    }),
  ]);
  return { id, status: 'accepted' };
}
