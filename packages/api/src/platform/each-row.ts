import type { Tx } from '@goodword/db';
import type { RowResult } from '../shared/bulk.ts';
import { AppError } from '../shared/errors.ts';
import { type Context, inScope } from './context.ts';

/**
 * Does one act to many rows, each in a transaction of its own: a row that is refused says why and keeps none of the
 * others back. A row that is named twice is changed once.
 */
export async function forEachRow(
  ctx: Context,
  ids: readonly string[],
  act: (tx: Tx, id: string) => Promise<void>,
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await inScope(ctx, (tx) => act(tx, id));
      results.push({ id, ok: true, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ id, ok: false, message: error.userMessage });
    }
  }
  return results;
}
