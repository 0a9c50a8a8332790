import { runs } from '@goodword/db/schema';
import { runMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { lockRun } from './runs.queries.ts';

/**
 * Ends a run after the batch that is under way. What is done stays done.
 * @throws `not_found`, `illegal_move` when it has ended
 */
export async function cancelRun(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    if (!(await lockRun(tx, id))) throw notFound('run');
    await moveState(tx, ctx, {
      machine: runMachine,
      table: runs,
      id,
      to: 'cancelled',
      set: { finishedAt: ctx.clock.now() },
    });
  });
}
