import type { Tx } from '@goodword/db';
import { leadMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { requireCaretaker } from '../../auth/accounts.queries.ts';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { AppError, invariant, movedOn, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { acceptReferral } from '../partner-referrals/index.ts';
import { getLead, insertNote, leadTable, lockLead, updateLead } from './leads.queries.ts';
import type {
  addLeadNoteInput,
  assignLeadInput,
  assignLeadsInput,
  changeLeadStatusInput,
  loseLeadsInput,
} from './leads.schema.ts';

/**
 * Staff move a lead by hand. Qualifying it accepts the partner referral it came from.
 * @throws `not_found`, `illegal_move`, `stale`
 */
export async function changeLeadStatus(
  ctx: Context,
  { id, to, reason }: z.infer<typeof changeLeadStatusInput>,
): Promise<void> {
  await inScope(ctx, (tx) => moveLead(tx, ctx, { id, to, reason }));
}

/** The same to many leads, each for itself. */
export async function loseLeads(
  ctx: Context,
  { ids, reason }: z.infer<typeof loseLeadsInput>,
): Promise<RowResult[]> {
  return forEachRow(ctx, ids, (tx, id) => moveLead(tx, ctx, { id, to: 'lost', reason }));
}

async function moveLead(
  tx: Tx,
  ctx: Context,
  { id, to, reason }: z.infer<typeof changeLeadStatusInput>,
): Promise<void> {
  const lead = await lockLead(tx, id);
  if (!lead) throw notFound('lead');
  // Its state is what keeps a second deal of the lead from counting too.
  if (lead.status === 'converted') {
    throw new AppError('illegal_move', {
      userMessage: 'A deal of this lead is verified. Reverse that deal, then the lead is in progress again.',
    });
  }
  await moveState(tx, ctx, {
    machine: leadMachine,
    table: leadTable,
    id,
    to,
    set: {
      ...(to === 'qualified' ? { qualifiedAt: ctx.clock.now() } : {}),
      ...(to === 'lost' ? { lostReason: reason ?? null } : {}),
    },
    reason,
    payload: { clientId: lead.clientId, partnerReferralId: lead.partnerReferralId },
  });
  if (to === 'qualified' && lead.partnerReferralId) await acceptReferral(tx, ctx, lead.partnerReferralId);
}

/** @throws `not_found` */
export async function addLeadNote(
  ctx: Context,
  { id, body }: z.infer<typeof addLeadNoteInput>,
): Promise<{ id: string }> {
  const accountId = actorId(ctx.actor);
  invariant(accountId, 'notes are written by people');
  return inScope(ctx, async (tx) => {
    if (!(await getLead(tx, id))) throw notFound('lead');
    const now = ctx.clock.now();
    const noteId = newId('leadNote', now);
    await insertNote(tx, { id: noteId, leadId: id, accountId, body, createdAt: now });
    await recordChange(tx, ctx, { action: 'lead.note_added', subjectType: 'lead', subjectId: id });
    return { id: noteId };
  });
}

/**
 * Gives a lead to somebody of staff who works leads, or to nobody.
 * @throws `not_found` for the lead and for a person who cannot work it, `stale` when it is with somebody else than said
 */
export async function assignLead(
  ctx: Context,
  { id, accountId, from }: z.infer<typeof assignLeadInput>,
): Promise<void> {
  await inScope(ctx, (tx) => assign(tx, ctx, { id, accountId, from }));
}

/** The same to many leads, each for itself. */
export async function assignLeads(
  ctx: Context,
  { ids, accountId, from }: z.infer<typeof assignLeadsInput>,
): Promise<RowResult[]> {
  return forEachRow(ctx, ids, (tx, id) => assign(tx, ctx, { id, accountId, from }));
}

async function assign(
  tx: Tx,
  ctx: Context,
  { id, accountId, from }: z.infer<typeof assignLeadInput>,
): Promise<void> {
  const lead = await lockLead(tx, id);
  if (!lead) throw notFound('lead');
  if (accountId) await requireCaretaker(tx, accountId);
  if (from !== undefined && lead.assignedTo !== from) throw movedOn('lead');
  if (lead.assignedTo === accountId) return;
  await updateLead(tx, id, { assignedTo: accountId });
  await recordChange(tx, ctx, {
    action: 'lead.assigned',
    subjectType: 'lead',
    subjectId: id,
    fields: ['assignedTo'],
    payload: { accountId },
  });
}
