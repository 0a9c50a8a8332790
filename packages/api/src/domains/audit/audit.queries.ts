import type { Tx } from '@goodword/db';
import { accounts, auditEntries, auditHead, auditReasons } from '@goodword/db/schema';
import { and, count, desc, eq, lt, sql } from 'drizzle-orm';

export interface AuditFilter {
  subjectId?: string;
  actorId?: string;
  action?: string;
  beforeSeq: bigint | null;
  limit: number;
}

/** Entries newest first, with the actor's name and the reason where it was not erased. */
export async function listAuditEntries(tx: Tx, filter: AuditFilter) {
  return tx
    .select({
      id: auditEntries.id,
      seq: auditEntries.seq,
      occurredAt: auditEntries.occurredAt,
      actorType: auditEntries.actorType,
      actorId: auditEntries.actorId,
      actorName: accounts.name,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      fromState: auditEntries.fromState,
      toState: auditEntries.toState,
      fields: auditEntries.fields,
      reason: auditReasons.reason,
    })
    .from(auditEntries)
    .leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
    .leftJoin(auditReasons, eq(auditReasons.auditId, auditEntries.id))
    .where(
      and(
        filter.subjectId ? eq(auditEntries.subjectId, filter.subjectId) : undefined,
        filter.actorId ? eq(auditEntries.actorId, filter.actorId) : undefined,
        filter.action ? eq(auditEntries.action, filter.action) : undefined,
        filter.beforeSeq === null ? undefined : lt(auditEntries.seq, filter.beforeSeq),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(filter.limit);
}

export interface AuditProblem {
  position: string | null;
  auditId: string | null;
  problem: string;
}

/** Recomputes the whole chain in the database; no row means intact. */
export async function verifyChain(tx: Tx): Promise<AuditProblem[]> {
  const rows = await tx.execute<{
    problem_position: string | null;
    problem_entry: string | null;
    problem: string;
  }>(sql`select problem_position::text, problem_entry, problem from verify_audit() limit 100`);
  return rows.map((row) => ({
    position: row.problem_position,
    auditId: row.problem_entry,
    problem: row.problem,
  }));
}

export async function chainState(tx: Tx): Promise<{ sealed: bigint; waiting: number; head: string }> {
  const [head] = await tx.select().from(auditHead);
  const [all] = await tx.select({ n: count() }).from(auditEntries);
  const sealed = head?.position ?? 0n;
  return {
    sealed,
    waiting: Number(BigInt(all?.n ?? 0) - sealed),
    head: Buffer.from(head?.hash ?? []).toString('hex'),
  };
}
