import type { Tx } from '@goodword/db';
import {
  clientGroups,
  clients,
  introductions,
  partners,
  partnerTypes,
  referralRequests,
} from '@goodword/db/schema';
import type { ReferralRequestStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

/** The table whose rows move through the states of requests. */
export const requestTable = referralRequests;

const openRequestStatuses = [
  'pending',
  'matched',
  'intro_sent',
  'connected',
] as const satisfies ReferralRequestStatus[];

export async function insertRequest(tx: Tx, row: typeof referralRequests.$inferInsert): Promise<void> {
  await tx.insert(referralRequests).values(row);
}

/** Lets the requests of one group be made one after another, until the transaction ends: a double click asks once. */
export async function lockGroup(tx: Tx, groupId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`group:${groupId}`}))`);
}

export async function hasOpenRequest(
  tx: Tx,
  key: { groupId: string; partnerTypeCode: string; region: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: referralRequests.id })
    .from(referralRequests)
    .where(
      and(
        eq(referralRequests.groupId, key.groupId),
        eq(referralRequests.partnerTypeCode, key.partnerTypeCode),
        eq(referralRequests.region, key.region),
        inArray(referralRequests.status, openRequestStatuses),
      ),
    )
    .limit(1);
  return rows.length === 1;
}

const requestOrder = { at: referralRequests.createdAt, id: referralRequests.id };

const requestColumns = {
  request: referralRequests,
  groupName: clientGroups.name,
  partnerTypeName: partnerTypes.name,
};

export async function listRequestsOf(
  tx: Tx,
  filter: { clientId: string; id?: string; after: Keyset | null; limit: number },
) {
  return tx
    .select(requestColumns)
    .from(referralRequests)
    .innerJoin(clientGroups, eq(clientGroups.id, referralRequests.groupId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, referralRequests.partnerTypeCode))
    .where(
      and(
        eq(referralRequests.clientId, filter.clientId),
        filter.id ? eq(referralRequests.id, filter.id) : undefined,
        behind(requestOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(referralRequests.createdAt), desc(referralRequests.id))
    .limit(filter.limit);
}

export interface RequestFilter {
  id?: string;
  status?: ReferralRequestStatus;
  partnerTypeCode?: string;
  region?: string;
  dir: 'asc' | 'desc';
  after: Keyset | null;
  limit: number;
}

/** Requests for staff, each with its client and the attempt that was not declined. */
export async function listRequests(tx: Tx, filter: RequestFilter) {
  const order = filter.dir === 'asc' ? asc : desc;
  return tx
    .select({
      ...requestColumns,
      client: { id: clients.id, name: clients.name, email: clients.email, phone: clients.phone },
      introductionId: introductions.id,
      partnerId: partners.id,
      partnerName: partners.name,
    })
    .from(referralRequests)
    .innerJoin(clientGroups, eq(clientGroups.id, referralRequests.groupId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, referralRequests.partnerTypeCode))
    .innerJoin(clients, eq(clients.id, referralRequests.clientId))
    .leftJoin(
      introductions,
      and(eq(introductions.requestId, referralRequests.id), ne(introductions.status, 'declined')),
    )
    .leftJoin(partners, eq(partners.id, introductions.partnerId))
    .where(
      and(
        filter.id ? eq(referralRequests.id, filter.id) : undefined,
        filter.status ? eq(referralRequests.status, filter.status) : undefined,
        filter.partnerTypeCode ? eq(referralRequests.partnerTypeCode, filter.partnerTypeCode) : undefined,
        filter.region ? eq(referralRequests.region, filter.region) : undefined,
        behind(requestOrder, filter.after, filter.dir),
      ),
    )
    .orderBy(order(referralRequests.createdAt), order(referralRequests.id))
    .limit(filter.limit);
}

export async function getRequest(tx: Tx, id: string) {
  const [row] = await tx.select().from(referralRequests).where(eq(referralRequests.id, id));
  return row;
}
