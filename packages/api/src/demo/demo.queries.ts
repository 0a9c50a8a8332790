import type { Tx } from '@goodword/db';
import { notifications, organisation, partners } from '@goodword/db/schema';
import { and, eq, isNull, lt } from 'drizzle-orm';
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

/** People of the demo looked at what they were told until then. */
export async function readNotificationsBefore(tx: Tx, before: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: before })
    .where(and(lt(notifications.createdAt, before), isNull(notifications.readAt)));
}

/** As if the partner had become active on another day: some were with us before there was a Goodword. */
export async function setActivation(tx: Tx, partnerId: string, activatedAt: Date): Promise<void> {
  await tx.update(partners).set({ activatedAt }).where(eq(partners.id, partnerId));
}
