import type { Tx } from '@goodword/db';
import type { ConsentChoices } from '@goodword/db/schema';
import { leadMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { describeConsents, recipientNames } from '../consent/index.ts';
import { chosenKeys } from './intake/consent-choices.ts';
import {
  countOpenSharesOf,
  getLeadWithClient,
  listDealsOf,
  listLeadRows,
  listNotes,
  listSharesOf,
} from './leads.queries.ts';
import { type leadDetail, leadMovesByHand, type leadSummary, type listLeadsInput } from './leads.schema.ts';

/** One page of leads, for staff. */
export async function listLeads(
  ctx: Context,
  { cursor, limit, search, ...filter }: z.infer<typeof listLeadsInput>,
): Promise<Page<z.infer<typeof leadSummary>>> {
  return inScope(ctx, async (tx) => {
    const rows = await listLeadRows(tx, {
      ...filter,
      search: search || undefined,
      after: decodeCursor(cursor),
      limit: limit + 1,
    });
    const [openShares] = await Promise.all([
      countOpenSharesOf(
        tx,
        rows.map(({ lead }) => lead.id),
      ),
      recordRead(tx, ctx, { subjectType: 'list', subjectId: 'leads' }),
    ]);
    const summaries = rows.map(({ lead, ...names }) => ({
      ...lead,
      ...names,
      openShares: openShares.get(lead.id) ?? 0,
    }));
    return toPage(summaries, limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

/**
 * One lead with everything staff work with.
 * @throws `not_found`
 */
export async function readLead(ctx: Context, id: string): Promise<z.infer<typeof leadDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await getLeadWithClient(tx, id);
    if (!row) throw notFound('lead');
    const { lead, client } = row;
    const [shares] = await Promise.all([
      listSharesOf(tx, id),
      recordRead(tx, ctx, { subjectType: 'client', subjectId: client.id, part: 'lead' }),
      recordRead(tx, ctx, { subjectType: 'lead', subjectId: id }),
    ]);
    const openShares = await countOpenSharesOf(tx, [id]);
    const notes = await listNotes(tx, id);
    const legal: readonly string[] = lead.status === 'converted' ? [] : leadMachine.moves[lead.status];
    return {
      ...lead,
      clientName: client.name,
      clientEmail: client.email,
      assignedName: row.assignedName,
      referrerName: row.partnerName,
      openShares: openShares.get(id) ?? 0,
      moves: leadMovesByHand.filter((to) => legal.includes(to)),
      client,
      consents: await describeConsents(tx, client.id),
      waitingConsents: row.referral ? await describeWaiting(tx, row.referral) : [],
      notes: notes.map((note) => ({ ...note, authorName: note.authorName ?? 'Somebody who left' })),
      shares: shares.map(({ share, partnerName, partnerTypeName }) => ({
        ...share,
        partnerName,
        partnerTypeName,
      })),
      deals: await listDealsOf(tx, id),
      referral: row.referral && row.partnerName ? { ...row.referral, partnerName: row.partnerName } : null,
      timeline: await timelineOf(tx, [id]),
    };
  });
}

/** What was ticked on the form of a link and waits for the address to be proved. */
async function describeWaiting(
  tx: Tx,
  referral: { partnerId: string; consentChoices: ConsentChoices | null },
): Promise<z.infer<typeof leadDetail>['waitingConsents']> {
  if (!referral.consentChoices) return [];
  const keys = chosenKeys(referral.consentChoices, referral.partnerId);
  const names = await recipientNames(
    tx,
    keys.map(({ recipient }) => recipient),
  );
  return keys.map((key) => ({ ...key, recipientName: names.get(key.recipient) ?? key.recipient }));
}
