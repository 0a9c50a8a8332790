import type { z } from 'zod';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { sortName } from '../../shared/text.ts';
import { lockViews, setDefault, upsertView } from './views.queries.ts';
import type { saveViewInput } from './views.schema.ts';

/** More than this and the row above a list is no help any more. */
const MOST_VIEWS = 30;

/**
 * Keeps what a list shows under a name. Saving under a name that is there replaces it, so a second press of the button
 * changes nothing.
 * @throws `not_eligible` with too many views
 */
export async function saveView(
  ctx: Context,
  { list, name, query, isDefault }: z.infer<typeof saveViewInput>,
): Promise<{ id: string }> {
  const accountId = accountIdOf(ctx);
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const nameSort = sortName(name);
    const views = await lockViews(tx, list);
    if (views.length >= MOST_VIEWS && !views.some((view) => view.nameSort === nameSort)) {
      throw new AppError('not_eligible', {
        userMessage: `A list can have at most ${MOST_VIEWS} views. Delete one that you no longer use.`,
      });
    }
    const row = { accountId, list, name, nameSort, query, isDefault: false, createdAt: now };
    const id = await upsertView(tx, { id: newId('tableView', now), ...row });
    if (isDefault) await setDefault(tx, list, id);
    await recordChange(tx, ctx, {
      action: 'table_view.saved',
      subjectType: 'table_view',
      subjectId: id,
      fields: ['name', 'query', ...(isDefault ? ['isDefault'] : [])],
    });
    return { id };
  });
}
