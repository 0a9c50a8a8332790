import type { Tx } from '@goodword/db';
import { clients, consents, partners, partnerTypes } from '@goodword/db/schema';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { ConsentEvent } from './consent.ts';

export type ConsentRow = typeof consents.$inferSelect;
export type NewConsentRow = typeof consents.$inferInsert;

/**
 * Keeps others from deciding for this client until the transaction ends, so that the numbers of the log follow the order
 * of the decisions.
 */
export async function lockConsentLog(tx: Tx, clientId: string): Promise<void> {
  await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId)).for('no key update');
}

/** Without `returning`: the caller's scope may append to a log that it cannot read. */
export async function insertConsents(tx: Tx, rows: NewConsentRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(consents).values(rows);
}

/**
 * The consent events that the scope may know of these clients, by client id. Staff and the worker get all, a partner
 * those that decide about it, a client its own. Every client asked for has an entry, an empty one where nothing is known.
 */
export async function consentEventsOf(
  tx: Tx,
  clientIds: readonly string[],
): Promise<Map<string, ConsentEvent[]>> {
  const byClient = new Map<string, ConsentEvent[]>(clientIds.map((id) => [id, []]));
  if (clientIds.length === 0) return byClient;
  const ids = sql.join(
    [...byClient.keys()].map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<{
    client_id: string;
    seq: string;
    purpose: ConsentEvent['purpose'];
    recipient_kind: ConsentEvent['recipientKind'];
    recipient: string;
    scope: ConsentEvent['scope'];
    decision: ConsentEvent['decision'];
  }>(sql`select * from consent_events_for(array[${ids}]::text[]) order by seq`);
  for (const row of rows) {
    byClient.get(row.client_id)?.push({
      seq: BigInt(row.seq),
      purpose: row.purpose,
      recipientKind: row.recipient_kind,
      recipient: row.recipient,
      scope: row.scope,
      decision: row.decision,
    });
  }
  return byClient;
}

/** The whole log of one client with its evidence, newest first. */
export async function listConsentLog(tx: Tx, clientId: string): Promise<ConsentRow[]> {
  return tx.select().from(consents).where(eq(consents.clientId, clientId)).orderBy(desc(consents.seq));
}

export async function clientName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: clients.name }).from(clients).where(eq(clients.id, id));
  return row?.name;
}

/** Names of recipients in words: partner types by code and partners by id. Unknown ones are missing. */
export async function recipientNames(tx: Tx, recipients: readonly string[]): Promise<Map<string, string>> {
  if (recipients.length === 0) return new Map();
  const ids = [...new Set(recipients)];
  const types = await tx
    .select({ id: partnerTypes.code, name: partnerTypes.name })
    .from(partnerTypes)
    .where(inArray(partnerTypes.code, ids));
  const named = await tx
    .select({ id: partners.id, name: partners.name })
    .from(partners)
    .where(inArray(partners.id, ids));
  return new Map([...types, ...named].map((row) => [row.id, row.name]));
}
