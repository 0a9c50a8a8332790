import type { Tx } from '@goodword/db';
import type { Density } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { sortName } from '../../shared/text.ts';
import {
  deleteView,
  getView,
  lockViews,
  setDefault,
  updateView,
  upsertDensity,
  type ViewRow,
} from './views.queries.ts';
import type { renameViewInput, setDefaultViewInput } from './views.schema.ts';

/** @throws `not_found`, `already_exists` */
export async function renameView(ctx: Context, { id, name }: z.infer<typeof renameViewInput>): Promise<void> {
  try {
    await changeView(ctx, id, {
      action: 'table_view.renamed',
      fields: ['name'],
      change: (tx) => updateView(tx, id, { name, nameSort: sortName(name) }),
    });
  } catch (error) {
    if (!violates(error, 'table_views_name')) throw error;
    throw new AppError('already_exists', {
      userMessage: 'You have a view of this name already. Choose another one.',
      fields: { name: 'You have a view of this name already.' },
      cause: error,
    });
  }
}

/**
 * Opens the list with this view from now on, or no longer.
 * @throws `not_found`
 */
export async function setDefaultView(
  ctx: Context,
  { id, isDefault }: z.infer<typeof setDefaultViewInput>,
): Promise<void> {
  await changeView(ctx, id, {
    action: 'table_view.default_changed',
    fields: ['isDefault'],
    change: async (tx, view) => {
      await lockViews(tx, view.list);
      if (isDefault) await setDefault(tx, view.list, id);
      else await updateView(tx, id, { isDefault: false });
    },
  });
}

/** @throws `not_found` */
export async function removeView(ctx: Context, id: string): Promise<void> {
  await changeView(ctx, id, { action: 'table_view.removed', change: (tx) => deleteView(tx, id) });
}

export async function setDensity(ctx: Context, density: Density): Promise<void> {
  const accountId = accountIdOf(ctx);
  await inScope(ctx, async (tx) => {
    await upsertDensity(tx, accountId, density);
    await recordChange(tx, ctx, {
      action: 'account.density_changed',
      subjectType: 'account',
      subjectId: accountId,
      fields: ['density'],
    });
  });
}

interface ViewChange {
  action: string;
  fields?: readonly string[];
  change: (tx: Tx, view: ViewRow) => Promise<void>;
}

/** A view of somebody else is not there: row-level security hides it. */
async function changeView(ctx: Context, id: string, { action, fields, change }: ViewChange): Promise<void> {
  await inScope(ctx, async (tx) => {
    const view = await getView(tx, id);
    if (!view) throw notFound('view');
    await change(tx, view);
    await recordChange(tx, ctx, { action, subjectType: 'table_view', subjectId: id, fields });
  });
}
