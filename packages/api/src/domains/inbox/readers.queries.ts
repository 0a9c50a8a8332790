import type { Tx } from '@goodword/db';
import { accounts, auditEntries, clients, leads, partners } from '@goodword/db/schema';
import {
  type AccountAudience,
  type PartnerRole,
  partnerRoles,
  type StaffRole,
  staffRoles,
} from '@goodword/db/vocabulary';
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';

export interface Reader {
  accountId: string;
  audience: AccountAudience;
  email: string;
  name: string;
  staffRole: StaffRole | null;
  partnerRole: PartnerRole | null;
  partnerId: string | null;
  clientId: string | null;
}

const readerColumns = {
  accountId: accounts.id,
  audience: accounts.audience,
  email: accounts.email,
  name: accounts.name,
  staffRole: accounts.staffRole,
  partnerRole: accounts.partnerRole,
  partnerId: accounts.partnerId,
  clientId: accounts.clientId,
};

async function readersWhere(tx: Tx, condition: SQL | undefined): Promise<Reader[]> {
  return tx
    .select(readerColumns)
    .from(accounts)
    .where(and(condition, isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
}

/** Staff with one of these roles who can sign in. */
export async function staffWith(tx: Tx, may: (role: StaffRole) => boolean): Promise<Reader[]> {
  const roles = staffRoles.filter(may);
  return readersWhere(tx, and(eq(accounts.audience, 'staff'), inArray(accounts.staffRole, roles)));
}

export async function staffMember(tx: Tx, accountId: string): Promise<Reader[]> {
  return readersWhere(tx, and(eq(accounts.audience, 'staff'), eq(accounts.id, accountId)));
}

/** People of a partner who can sign in; nobody once the relation ended. */
export async function membersOf(
  tx: Tx,
  partnerId: string,
  may: (role: PartnerRole) => boolean,
): Promise<Reader[]> {
  const [partner] = await tx
    .select({ status: partners.status })
    .from(partners)
    .where(eq(partners.id, partnerId));
  if (!partner || partner.status === 'terminated') return [];
  const roles = partnerRoles.filter(may);
  return readersWhere(
    tx,
    and(
      eq(accounts.audience, 'partner'),
      eq(accounts.partnerId, partnerId),
      inArray(accounts.partnerRole, roles),
    ),
  );
}

/** People of these partners who can sign in: for what concerns several of them. */
export async function membersOfThese(
  tx: Tx,
  partnerIds: readonly string[],
  may: (role: PartnerRole) => boolean,
): Promise<Reader[]> {
  if (partnerIds.length === 0) return [];
  return readersWhere(
    tx,
    and(
      eq(accounts.audience, 'partner'),
      inArray(accounts.partnerId, [...partnerIds]),
      inArray(accounts.partnerRole, partnerRoles.filter(may)),
    ),
  );
}

/** The client's account, once its address is proved. */
export async function accountOfClient(tx: Tx, clientId: string): Promise<Reader[]> {
  return readersWhere(tx, and(eq(accounts.audience, 'patient'), eq(accounts.clientId, clientId)));
}

export async function readersById(tx: Tx, accountIds: readonly string[]): Promise<Reader[]> {
  return accountIds.length > 0 ? readersWhere(tx, inArray(accounts.id, [...accountIds])) : [];
}

export async function assigneeOf(tx: Tx, leadId: string): Promise<string | null> {
  const [row] = await tx.select({ assignedTo: leads.assignedTo }).from(leads).where(eq(leads.id, leadId));
  return row?.assignedTo ?? null;
}

/** The account manager of a partner, while it can sign in. */
export async function caretakerOf(tx: Tx, partnerId: string): Promise<Reader[]> {
  const [row] = await tx
    .select({ ownerAccountId: partners.ownerAccountId })
    .from(partners)
    .where(eq(partners.id, partnerId));
  return row?.ownerAccountId ? staffMember(tx, row.ownerAccountId) : [];
}

/** Who caused an event; null for a visitor and the system. The trail tells it: the entry was written with the event. */
export async function causedBy(
  tx: Tx,
  event: { type: string; subjectId: string; requestId: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectId, event.subjectId),
        eq(auditEntries.action, event.type),
        eq(auditEntries.requestId, event.requestId),
        isNotNull(auditEntries.actorId),
      ),
    )
    .limit(1);
  return row?.actorId ?? null;
}

/** Where mail goes that nobody has an account for. */
export async function addressOnFile(
  tx: Tx,
  party: { partnerId?: string; clientId?: string },
): Promise<{ email: string; name: string } | undefined> {
  if (party.partnerId) {
    const [row] = await tx
      .select({ email: partners.email, name: partners.name, contactName: partners.contactName })
      .from(partners)
      .where(eq(partners.id, party.partnerId));
    return row?.email ? { email: row.email, name: row.contactName ?? row.name } : undefined;
  }
  if (party.clientId) {
    const [row] = await tx
      .select({ email: clients.email, name: clients.name })
      .from(clients)
      .where(eq(clients.id, party.clientId));
    return row?.email ? { email: row.email, name: row.name } : undefined;
  }
  return undefined;
}
