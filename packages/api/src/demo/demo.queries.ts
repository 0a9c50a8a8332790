import type { Tx } from '@goodword/db';
import { leads, organisation, partners } from '@goodword/db/schema';
import { leadMachine } from '@goodword/db/vocabulary';
import { eq } from 'drizzle-orm';
import type { Context } from '../platform/context.ts';
import { moveState } from '../platform/move-state.queries.ts';
import { invariant } from '../shared/errors.ts';

export async function isInstalled(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: organisation.id }).from(organisation)).length > 0;
}

export async function findPartnerIdByEmail(tx: Tx, email: string): Promise<string> {
  const [row] = await tx
    .select({ id: partners.id })
    .from(partners)
    .where(eq(partners.emailNormalised, email));
  invariant(row, `the partner ${email} has not applied yet`);
  return row.id;
}

/** Merging two leads by hand comes later; the demo shows how a merged one looks. */
export async function markMerged(tx: Tx, ctx: Context, id: string): Promise<void> {
  await moveState(tx, ctx, {
    machine: leadMachine,
    table: leads,
    id,
    to: 'merged',
    reason: 'The same person wrote twice.',
  });
}
