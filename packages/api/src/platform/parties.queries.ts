import type { Tx } from '@goodword/db';
import {
  accounts,
  commissions,
  credentials,
  deals,
  engagements,
  introductions,
  invites,
  leadShares,
  leads,
  partnerGroupMoves,
  partnerReferrals,
  payouts,
  referralRequests,
  rewards,
} from '@goodword/db/schema';
import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';

/** Whom a thing belongs to, and who therefore may hear of it. */
export interface Parties {
  partnerId: string | null;
  clientId: string | null;
  /** The lead it is part of. */
  leadId: string | null;
}

interface Source {
  table: PgTable & { id: AnyPgColumn };
  partnerId?: AnyPgColumn | SQL;
  clientId?: AnyPgColumn;
  leadId?: AnyPgColumn;
}

/** Nobody where the client of a referral does not want the partner to hear how it went. */
const toldPartner = sql`case when commission_is_told(${commissions.planLine}, ${commissions.status},
  ${commissions.payoutId}, ${commissions.dealId}, ${commissions.partnerId}, ${commissions.engagementId})
  then ${commissions.partnerId} end`;

/** Where the parties of a thing stand, by the prefix of its id. */
const sources: Readonly<Record<string, Source>> = {
  acc: { table: accounts, partnerId: accounts.partnerId, clientId: accounts.clientId },
  com: { table: commissions, partnerId: toldPartner },
  crd: { table: credentials, partnerId: credentials.partnerId },
  del: { table: deals, partnerId: deals.partnerId, leadId: deals.leadId },
  eng: { table: engagements, partnerId: engagements.partnerId },
  inv: { table: invites, clientId: invites.clientId },
  itr: { table: introductions, partnerId: introductions.partnerId, clientId: introductions.clientId },
  led: { table: leads, leadId: leads.id },
  pay: { table: payouts, partnerId: payouts.partnerId, clientId: payouts.clientId },
  pgm: { table: partnerGroupMoves, partnerId: partnerGroupMoves.partnerId },
  ref: { table: partnerReferrals, partnerId: partnerReferrals.partnerId },
  req: { table: referralRequests, clientId: referralRequests.clientId },
  rew: { table: rewards, clientId: rewards.clientId },
  shr: { table: leadShares, partnerId: leadShares.partnerId, leadId: leadShares.leadId },
};

const nobody: Parties = { partnerId: null, clientId: null, leadId: null };

/** The parties of many things, one statement for each kind among them. What is not found belongs to nobody. */
export async function partiesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Parties>> {
  const found = new Map<string, Parties>();
  const byPrefix = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const prefix = id.slice(0, 3);
    // The id of a partner and of a client says all there is to say.
    if (prefix === 'par') found.set(id, { ...nobody, partnerId: id });
    else if (prefix === 'cli') found.set(id, { ...nobody, clientId: id });
    else if (sources[prefix]) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), id]);
  }
  for (const [prefix, some] of byPrefix) {
    const source = sources[prefix];
    if (!source) continue;
    const rows = await tx
      .select({
        id: source.table.id,
        partnerId: columnOrNull(source.partnerId),
        clientId: columnOrNull(source.clientId),
        leadId: columnOrNull(source.leadId),
      })
      .from(source.table as PgTable)
      .where(sql`${source.table.id} in ${some}`);
    for (const { id, ...parties } of rows) found.set(String(id), parties);
  }
  return found;
}

function columnOrNull(column: AnyPgColumn | SQL | undefined): SQL<string | null> {
  return column ? sql<string | null>`${column}` : sql<null>`null::text`;
}
