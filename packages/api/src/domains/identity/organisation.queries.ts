import type { Tx } from '@goodword/db';
import { organisation } from '@goodword/db/schema';
import { invariant } from '../../shared/errors.ts';

export type OrganisationRow = typeof organisation.$inferSelect;

export async function findOrganisation(tx: Tx): Promise<OrganisationRow | undefined> {
  const [row] = await tx.select().from(organisation);
  return row;
}

export async function requireOrganisation(tx: Tx): Promise<OrganisationRow> {
  const row = await findOrganisation(tx);
  invariant(row, 'the organisation is created with the installation');
  return row;
}

export async function updateOrganisation(tx: Tx, set: Partial<OrganisationRow>): Promise<void> {
  await tx.update(organisation).set(set);
}

export async function insertOrganisation(tx: Tx, row: typeof organisation.$inferInsert): Promise<void> {
  await tx.insert(organisation).values(row).onConflictDoNothing();
}
