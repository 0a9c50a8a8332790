import type { Tx } from '@goodword/db';
import {
  accounts,
  agreements,
  clients,
  commissions,
  credentials,
  deals,
  engagements,
  introductions,
  leadShares,
  leads,
  messages,
  partnerGroupMoves,
  partnerGroups,
  partnerReferrals,
  partners,
  partnerTypes,
  payouts,
  programs,
  referralRequests,
  rewards,
} from '@goodword/db/schema';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** What the reader may see of a thing now, for the words of a notification. Nulls where that is nothing. */
export interface Subject {
  /** Somebody's or something's name. */
  name: string | null;
  /** What sort it is, e.g. a partner type. */
  sort: string | null;
  region: string | null;
  amount: { amountMinor: bigint; currency: string } | null;
  leadId: string | null;
  requestId: string | null;
  partnerId: string | null;
  /** What is printed on it. */
  number: string | null;
  /** When it ends. */
  until: Date | null;
  /** Why it was decided so, where the reader is to know. */
  reason: string | null;
}

type Row = { id: string } & Partial<Omit<Subject, 'amount'>> & {
    amountMinor?: bigint | null;
    currency?: string | null;
  };
type Read = (tx: Tx, ids: string[]) => Promise<Row[]>;

const credentialColumns = {
  id: credentials.id,
  sort: credentials.kind,
  number: credentials.number,
  region: credentials.region,
  partnerId: credentials.partnerId,
  until: credentials.expiresAt,
  reason: credentials.refusalReason,
};

/** Every read runs in the scope of the reader: row-level security leaves out what is not theirs. */
const forStaff: Readonly<Record<string, Read>> = {
  par: (tx, ids) =>
    tx.select({ id: partners.id, name: partners.name }).from(partners).where(inArray(partners.id, ids)),
  ref: (tx, ids) =>
    tx
      .select({ id: partnerReferrals.id, name: partners.name })
      .from(partnerReferrals)
      .innerJoin(partners, eq(partners.id, partnerReferrals.partnerId))
      .where(inArray(partnerReferrals.id, ids)),
  led: (tx, ids) =>
    tx
      .select({ id: leads.id, name: clients.name, region: leads.region, leadId: leads.id })
      .from(leads)
      .innerJoin(clients, eq(clients.id, leads.clientId))
      .where(inArray(leads.id, ids)),
  shr: (tx, ids) =>
    tx
      .select({ id: leadShares.id, name: partners.name, leadId: leadShares.leadId })
      .from(leadShares)
      .innerJoin(partners, eq(partners.id, leadShares.partnerId))
      .where(inArray(leadShares.id, ids)),
  del: (tx, ids) =>
    tx
      .select({
        id: deals.id,
        name: partners.name,
        leadId: deals.leadId,
        amountMinor: deals.valueMinor,
        currency: deals.currency,
      })
      .from(deals)
      .leftJoin(partners, eq(partners.id, deals.partnerId))
      .where(inArray(deals.id, ids)),
  com: (tx, ids) =>
    tx
      .select({
        id: commissions.id,
        name: partners.name,
        amountMinor: commissions.amountMinor,
        currency: commissions.currency,
      })
      .from(commissions)
      .innerJoin(partners, eq(partners.id, commissions.partnerId))
      .where(inArray(commissions.id, ids)),
  rew: (tx, ids) =>
    tx
      .select({ id: rewards.id, name: programs.name })
      .from(rewards)
      .innerJoin(programs, eq(programs.id, rewards.programId))
      .where(inArray(rewards.id, ids)),
  req: (tx, ids) =>
    tx
      .select({ id: referralRequests.id, sort: partnerTypes.name, region: referralRequests.region })
      .from(referralRequests)
      .innerJoin(partnerTypes, eq(partnerTypes.code, referralRequests.partnerTypeCode))
      .where(inArray(referralRequests.id, ids)),
  itr: (tx, ids) =>
    tx
      .select({ id: introductions.id, name: partners.name, requestId: introductions.requestId })
      .from(introductions)
      .innerJoin(partners, eq(partners.id, introductions.partnerId))
      .where(inArray(introductions.id, ids)),
  crd: (tx, ids) =>
    tx
      .select({ ...credentialColumns, name: partners.name })
      .from(credentials)
      .innerJoin(partners, eq(partners.id, credentials.partnerId))
      .where(inArray(credentials.id, ids)),
  msg: (tx, ids) =>
    tx.select({ id: messages.id, sort: messages.template }).from(messages).where(inArray(messages.id, ids)),
};

const forPartners: Readonly<Record<string, Read>> = {
  // Of the client nothing: what consent allows is decided where the lead is opened.
  shr: (tx, ids) =>
    tx
      .select({ id: leadShares.id, sort: partnerTypes.name })
      .from(leadShares)
      .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
      .where(inArray(leadShares.id, ids)),
  itr: (tx, ids) =>
    tx
      .select({ id: introductions.id, sort: partnerTypes.name })
      .from(introductions)
      .innerJoin(engagements, eq(engagements.id, introductions.engagementId))
      .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
      .where(inArray(introductions.id, ids)),
  // The name the partner typed itself. Who came by its link told a name to us only.
  ref: (tx, ids) =>
    tx
      .select({
        id: partnerReferrals.id,
        name: sql<
          string | null
        >`case when ${partnerReferrals.linkId} is null then ${partnerReferrals.clientName} end`,
      })
      .from(partnerReferrals)
      .where(inArray(partnerReferrals.id, ids)),
  com: (tx, ids) => amounts(tx, commissions, ids),
  pay: (tx, ids) => amounts(tx, payouts, ids),
  crd: (tx, ids) => tx.select(credentialColumns).from(credentials).where(inArray(credentials.id, ids)),
  acc: (tx, ids) =>
    tx.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, ids)),
  pgm: (tx, ids) =>
    tx
      .select({ id: partnerGroupMoves.id, name: partnerGroups.name })
      .from(partnerGroupMoves)
      .leftJoin(partnerGroups, eq(partnerGroups.id, partnerGroupMoves.toGroupId))
      .where(inArray(partnerGroupMoves.id, ids)),
  agr: (tx, ids) =>
    tx
      .select({ id: agreements.id, name: agreements.title, sort: sql<string>`${agreements.version}::text` })
      .from(agreements)
      .where(inArray(agreements.id, ids)),
};

/** A patient is told nothing about a friend, a program or care: only what kind of professional it asked for. */
const forPatients: Readonly<Record<string, Read>> = {
  itr: (tx, ids) =>
    tx
      .select({ id: introductions.id, sort: partnerTypes.name, requestId: introductions.requestId })
      .from(introductions)
      .innerJoin(referralRequests, eq(referralRequests.id, introductions.requestId))
      .innerJoin(partnerTypes, eq(partnerTypes.code, referralRequests.partnerTypeCode))
      .where(inArray(introductions.id, ids)),
  inv: exists('invites'),
  rew: exists('rewards'),
  lot: exists('credit_lots'),
};

const reads: Record<AccountAudience, Readonly<Record<string, Read>>> = {
  staff: forStaff,
  partner: forPartners,
  patient: forPatients,
};

function amounts(tx: Tx, table: typeof commissions | typeof payouts, ids: string[]): Promise<Row[]> {
  const columns: { id: AnyPgColumn; amountMinor: AnyPgColumn; currency: AnyPgColumn } = table;
  return tx
    .select({
      id: sql<string>`${columns.id}`,
      amountMinor: sql<bigint>`${columns.amountMinor}::text`.mapWith(BigInt),
      currency: sql<string>`${columns.currency}`,
    })
    .from(table)
    .where(inArray(columns.id, ids));
}

function exists(table: 'invites' | 'rewards' | 'credit_lots'): Read {
  return async (tx, ids) => {
    const where: SQL = sql`id in ${ids}`;
    const rows = await tx.execute<{ id: string }>(
      sql`select id from ${sql.identifier(table)} where ${where}`,
    );
    return [...rows];
  };
}

/** What the reader may see of these things now, one statement for each kind among them. */
export async function readSubjects(
  tx: Tx,
  audience: AccountAudience,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const byPrefix = new Map<string, Set<string>>();
  for (const id of ids) {
    const prefix = id.slice(0, 3);
    byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(id));
  }
  const found = new Map<string, Subject>();
  for (const [prefix, some] of byPrefix) {
    for (const row of (await reads[audience][prefix]?.(tx, [...some])) ?? [])
      found.set(row.id, toSubject(row));
  }
  return found;
}

function toSubject({ amountMinor, currency, ...row }: Row): Subject {
  return {
    name: row.name ?? null,
    sort: row.sort ?? null,
    region: row.region ?? null,
    leadId: row.leadId ?? null,
    requestId: row.requestId ?? null,
    partnerId: row.partnerId ?? null,
    number: row.number ?? null,
    until: row.until ?? null,
    reason: row.reason ?? null,
    amount: amountMinor === undefined || amountMinor === null || !currency ? null : { amountMinor, currency },
  };
}
