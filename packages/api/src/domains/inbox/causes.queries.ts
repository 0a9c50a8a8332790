import type { Tx } from '@goodword/db';
import { creditLots, messages, notifications, rewards } from '@goodword/db/schema';
import { and, asc, eq, gt, gte, isNull, lte, ne, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

export interface Expiring {
  id: string;
  clientId: string;
}

const notToldOf = (id: AnyPgColumn, kind: string) =>
  sql`not exists (select from ${notifications} where ${notifications.subjectId} = ${id} and ${notifications.kind} = ${kind})`;

/** Credit and vouchers that end within a time and whose owner was not told yet. */
export async function listExpiring(
  tx: Tx,
  { now, before, limit }: { now: Date; before: Date; limit: number },
): Promise<Expiring[]> {
  const lots = await tx
    .select({ id: creditLots.id, clientId: creditLots.clientId })
    .from(creditLots)
    .where(
      and(
        gt(creditLots.remainingMinor, 0n),
        isNull(creditLots.expiredAt),
        gt(creditLots.expiresAt, now),
        lte(creditLots.expiresAt, before),
        notToldOf(creditLots.id, 'reward_expiring'),
      ),
    )
    .orderBy(asc(creditLots.id))
    .limit(limit);
  const vouchers = await tx
    .select({ id: rewards.id, clientId: rewards.clientId })
    .from(rewards)
    .where(
      and(
        eq(rewards.status, 'available'),
        ne(rewards.kind, 'credit'),
        gt(rewards.expiresAt, now),
        lte(rewards.expiresAt, before),
        notToldOf(rewards.id, 'reward_expiring'),
      ),
    )
    .orderBy(asc(rewards.id))
    .limit(limit);
  return [...lots, ...vouchers];
}

/** Messages of the last days that were tried so often and did not leave. */
export async function listUndelivered(
  tx: Tx,
  { since, attempts }: { since: Date; attempts: number },
): Promise<{ id: string; template: string }[]> {
  return tx
    .select({ id: messages.id, template: messages.template })
    .from(messages)
    .where(
      and(
        gte(messages.createdAt, since),
        eq(messages.status, 'failed'),
        gte(messages.attempts, attempts),
        // A mail that tells of a mail that failed would fail as well, and so on.
        ne(messages.template, 'notification'),
        notToldOf(messages.id, 'message_failed'),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(100);
}
