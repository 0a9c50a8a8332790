import type { Tx } from '@goodword/db';
import type { EventPayload } from '@goodword/db/schema';
import { canMove, type Machine } from '@goodword/db/vocabulary';
import { and, eq } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { AppError, notFound } from '../shared/errors.ts';
import type { Context } from './context.ts';
import { recordChange } from './record.queries.ts';

type StatefulTable = PgTable & { id: AnyPgColumn; status: AnyPgColumn; $inferInsert: object };

export interface StateMove<T extends StatefulTable, S extends string> {
  machine: Machine<S>;
  table: T;
  id: string;
  to: NoInfer<S>;
  /** Further columns that change with the state. */
  set?: Partial<T['$inferInsert']>;
  /** Defaults to `<subject>.<to>`, where the subject is the machine's name. */
  action?: string;
  reason?: string;
  payload?: EventPayload;
}

/**
 * Moves one row to another state: reads it, asks the machine, updates where the state is still the one read, and
 * writes audit and outbox in the same transaction.
 * @returns the state it came from
 * @throws `not_found` when the row is missing or out of scope, `illegal_move` when the machine forbids it,
 *   `stale` when somebody else was faster
 */
export async function moveState<T extends StatefulTable, S extends string>(
  tx: Tx,
  ctx: Context,
  move: StateMove<T, S>,
): Promise<S> {
  const subject = subjectName(move.machine);
  const [row] = await tx
    .select({ status: move.table.status })
    .from(move.table as PgTable)
    .where(eq(move.table.id, move.id));
  if (!row) throw notFound(subject.replaceAll('_', ' '));
  const from = row.status as S;
  if (!canMove(move.machine, from, move.to)) throw illegalMove(subject, from, move.to);

  const moved = await tx
    .update(move.table as PgTable)
    .set({ ...move.set, status: move.to } as Record<string, unknown>)
    .where(and(eq(move.table.id, move.id), eq(move.table.status, from)))
    .returning({ id: move.table.id });
  if (moved.length === 0) {
    throw new AppError('stale', {
      userMessage: 'Somebody else changed this at the same moment. Reload and try again.',
    });
  }

  await recordChange(tx, ctx, {
    action: move.action ?? `${subject}.${move.to}`,
    subjectType: subject,
    subjectId: move.id,
    from,
    to: move.to,
    fields: ['status', ...Object.keys(move.set ?? {})],
    reason: move.reason,
    payload: move.payload,
  });
  return from;
}

function subjectName(machine: Machine): string {
  return machine.name.replace(/ \(.*\)$/, '').replaceAll(' ', '_');
}

function illegalMove(subject: string, from: string, to: string): AppError {
  const words = (text: string) => text.replaceAll('_', ' ');
  return new AppError('illegal_move', {
    userMessage: `This ${words(subject)} is ${words(from)} and cannot become ${words(to)}. Reload to see its current state.`,
  });
}
