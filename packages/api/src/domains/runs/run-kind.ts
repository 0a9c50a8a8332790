import type { Tx } from '@goodword/db';
import type { RunKindName } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import type { NewRunRow, RunRecord } from './runs.queries.ts';

/** How rows of one kind of long work are done. */
export interface RunKind {
  name: RunKindName;
  /**
   * Opens a batch in the batch's own transaction and answers how to work one row of it. Whatever it writes is
   * committed with the progress, or not at all.
   * @param rows the positions this batch may reach: from inclusive, to exclusive
   */
  open(
    tx: Tx,
    ctx: Context,
    run: RunRecord,
    rows: { from: number; to: number },
  ): Promise<(position: number) => Promise<NewRunRow>>;
}
