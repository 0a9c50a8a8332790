import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { getDensity, listViewRows } from './views.queries.ts';
import type { listViewsOutput } from './views.schema.ts';

/** What the person keeps of a list, and how they like it drawn. */
export async function readViews(ctx: Context, list: string): Promise<z.infer<typeof listViewsOutput>> {
  return inScope(ctx, async (tx) => {
    const [views, density] = await Promise.all([listViewRows(tx, list), getDensity(tx)]);
    return {
      density,
      views: views.map(({ id, name, query, isDefault }) => ({ id, name, query, isDefault })),
    };
  });
}
