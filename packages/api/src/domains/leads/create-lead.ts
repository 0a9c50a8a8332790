import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { getClient, recordClient } from '../clients/index.ts';
import { insertLead, type LeadRow } from './leads.queries.ts';
import type { createLeadInput } from './leads.schema.ts';

/** What somebody looks for, as the forms hand it over. */
export type LeadWishes = Pick<LeadRow, 'region' | 'currency' | 'amenities'> &
  Partial<
    Record<
      'financing' | 'payment' | 'propertyType' | 'place' | 'size' | 'moveIn' | 'serviceNeeded' | 'message',
      string | undefined
    > & { budgetMinMinor: bigint | undefined; budgetMaxMinor: bigint | undefined }
  >;

/** Adds a lead in the caller's transaction. */
export async function addLead(
  tx: Tx,
  ctx: Context,
  lead: { clientId: string; source: string; partnerReferralId?: string; wishes: LeadWishes },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('lead', now);
  const { wishes } = lead;
  await insertLead(tx, {
    id,
    clientId: lead.clientId,
    partnerReferralId: lead.partnerReferralId ?? null,
    status: 'new',
    source: lead.source,
    region: wishes.region,
    currency: wishes.currency,
    budgetMinMinor: wishes.budgetMinMinor ?? null,
    budgetMaxMinor: wishes.budgetMaxMinor ?? null,
    financing: wishes.financing || null,
    payment: wishes.payment || null,
    propertyType: wishes.propertyType || null,
    place: wishes.place || null,
    size: wishes.size || null,
    amenities: wishes.amenities,
    moveIn: wishes.moveIn || null,
    serviceNeeded: wishes.serviceNeeded || null,
    message: wishes.message || null,
    createdAt: now,
  });
  await recordChange(tx, ctx, {
    action: 'lead.created',
    subjectType: 'lead',
    subjectId: id,
    to: 'new',
    payload: { clientId: lead.clientId, partnerReferralId: lead.partnerReferralId ?? null },
  });
  return id;
}

/**
 * Staff write down a lead: of a client we know, or of a person who called.
 * @throws `not_found` for an unknown client
 */
export async function createLead(
  ctx: Context,
  { client, source, ...wishes }: z.infer<typeof createLeadInput>,
): Promise<{ id: string }> {
  return inScope(ctx, async (tx) => {
    if ('id' in client && !(await getClient(tx, client.id))) throw notFound('client');
    const clientId = 'id' in client ? client.id : await recordClient(tx, ctx, client);
    return { id: await addLead(tx, ctx, { clientId, source, wishes }) };
  });
}
