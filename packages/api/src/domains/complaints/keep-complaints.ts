import { complaintMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import {
  complaintTable,
  findComplaint,
  insertComplaint,
  leadOfPartner,
  partnerExists,
} from './complaints.queries.ts';
import type { recordComplaintInput, resolveComplaintInput } from './complaints.schema.ts';

/**
 * Notes a complaint about a partner. The trail holds that there is one, never what it says.
 * @throws `not_found` (partner, or a lead the partner has nothing to do with), `invalid_input` for a day to come
 */
export async function recordComplaint(
  ctx: Context,
  { leadId, ...input }: z.output<typeof recordComplaintInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  if (input.receivedAt > now) {
    const userMessage = 'This day is still to come. Choose when it was received.';
    throw new AppError('invalid_input', { userMessage, fields: { receivedAt: userMessage } });
  }
  const id = newId('complaint', now);
  await inScope(ctx, async (tx) => {
    const { partnerId } = input;
    if (!(await partnerExists(tx, partnerId))) throw notFound('partner');
    const lead = leadId ? await leadOfPartner(tx, { leadId, partnerId }) : null;
    if (lead === undefined) throw notFound('lead');
    await insertComplaint(tx, {
      ...input,
      id,
      status: 'open',
      leadId: lead?.id ?? null,
      clientId: lead?.clientId ?? null,
      recordedBy: accountIdOf(ctx),
      createdAt: now,
    });
    await recordChange(tx, ctx, {
      action: 'complaint.recorded',
      subjectType: 'complaint',
      subjectId: id,
      to: 'open',
      payload: { partnerId },
    });
  });
  return { id };
}

/** Says what a complaint came to; of two at once one counts. @throws `not_found`, `illegal_move` */
export async function resolveComplaint(
  ctx: Context,
  { id, outcome, resolution }: z.output<typeof resolveComplaintInput>,
): Promise<{ id: string }> {
  await inScope(ctx, async (tx) => {
    const complaint = await findComplaint(tx, id);
    if (!complaint) throw notFound('complaint');
    await moveState(tx, ctx, {
      machine: complaintMachine,
      table: complaintTable,
      id,
      to: 'resolved',
      set: { outcome, resolution, resolvedAt: ctx.clock.now(), resolvedBy: accountIdOf(ctx) },
      payload: { partnerId: complaint.partnerId },
    });
  });
  return { id };
}
