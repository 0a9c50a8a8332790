import type { Tx } from '@goodword/db';
import { tableSettings, tableViews } from '@goodword/db/schema';
import type { Density } from '@goodword/db/vocabulary';
import { and, asc, eq } from 'drizzle-orm';

export type ViewRow = typeof tableViews.$inferSelect;

/** The person's views of a list, by name. Row-level security shows nobody else's. */
export async function listViewRows(tx: Tx, list: string): Promise<ViewRow[]> {
  return tx.select().from(tableViews).where(eq(tableViews.list, list)).orderBy(asc(tableViews.nameSort));
}

/** The same, locked in one order: of two changes to the default the later one sees the earlier. */
export async function lockViews(tx: Tx, list: string): Promise<ViewRow[]> {
  return tx
    .select()
    .from(tableViews)
    .where(eq(tableViews.list, list))
    .orderBy(asc(tableViews.id))
    .for('update');
}

export async function getView(tx: Tx, id: string): Promise<ViewRow | undefined> {
  const [row] = await tx.select().from(tableViews).where(eq(tableViews.id, id));
  return row;
}

/** Keeps a view; one of the same name gets the new question. Returns the id it has. */
export async function upsertView(tx: Tx, row: typeof tableViews.$inferInsert): Promise<string> {
  const [kept] = await tx
    .insert(tableViews)
    .values(row)
    .onConflictDoUpdate({
      target: [tableViews.accountId, tableViews.list, tableViews.nameSort],
      set: { name: row.name, query: row.query },
    })
    .returning({ id: tableViews.id });
  return kept?.id ?? row.id;
}

export async function updateView(tx: Tx, id: string, set: Partial<ViewRow>): Promise<void> {
  await tx.update(tableViews).set(set).where(eq(tableViews.id, id));
}

/** Makes one view of a list the default, or none. The old one goes first: two would break the index. */
export async function setDefault(tx: Tx, list: string, id: string | null): Promise<void> {
  await tx
    .update(tableViews)
    .set({ isDefault: false })
    .where(and(eq(tableViews.list, list), eq(tableViews.isDefault, true)));
  if (id) await updateView(tx, id, { isDefault: true });
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.delete(tableViews).where(eq(tableViews.id, id));
}

export async function getDensity(tx: Tx): Promise<Density> {
  const [row] = await tx.select({ density: tableSettings.density }).from(tableSettings);
  return row?.density ?? 'comfortable';
}

export async function upsertDensity(tx: Tx, accountId: string, density: Density): Promise<void> {
  await tx
    .insert(tableSettings)
    .values({ accountId, density })
    .onConflictDoUpdate({ target: tableSettings.accountId, set: { density } });
}
