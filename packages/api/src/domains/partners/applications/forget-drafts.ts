import { type Context, inScope } from '../../../platform/context.ts';
import { removeDocumentsAbout } from '../../documents/index.ts';
import { deleteMessagesAbout } from '../../notifications/index.ts';
import { deleteDraftsUntil } from './drafts.queries.ts';
import { subjectOf } from './drafts.ts';

/**
 * Forgets forms that nobody finished or confirmed: what was typed, what was attached, and the letters that went to an
 * address nobody proved. @returns how many
 */
export async function forgetDrafts(ctx: Context): Promise<number> {
  return inScope(ctx, async (tx) => {
    const ids = await deleteDraftsUntil(tx, ctx.clock.now());
    if (ids.length === 0) return 0;
    await deleteMessagesAbout(tx, ids);
    for (const id of ids) await removeDocumentsAbout(tx, subjectOf(id));
    return ids.length;
  });
}
