import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { forgetRunRows, listRunIdsOf } from '../runs/index.ts';
import { listForgettable, lockImport, updateImport } from './imports.queries.ts';

/** How long a file and the names in its result are kept. */
export const KEPT_DAYS = 7;
const BATCH = 50;

/** Empties files and what results say in words; numbers, codes and the ids of partners stay. */
export async function forgetImports(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  for (;;) {
    const due = await inScope(ctx, (tx) => listForgettable(tx, addDays(now, -KEPT_DAYS), BATCH));
    for (const { id } of due) {
      await inScope(ctx, async (tx) => {
        const record = await lockImport(tx, id);
        if (!record?.content) return;
        await forgetRunRows(tx, await listRunIdsOf(tx, id));
        await updateImport(tx, id, { content: null, forgottenAt: now });
        await recordChange(tx, ctx, {
          action: 'import.forgotten',
          subjectType: 'import',
          subjectId: id,
          fields: ['content'],
        });
      });
    }
    if (due.length < BATCH) return;
  }
}
