import type { Tx } from '@goodword/db';
import { endLinksOfClient } from '../../auth/known-links.ts';
import type { Context } from '../../platform/context.ts';
import { type ClientRow, updateClient } from './clients.queries.ts';

/**
 * Gives a client another address that it proved to own. The links to its consents end: they went to a mailbox that may be
 * somebody else's by now.
 */
export async function changeAddress(
  tx: Tx,
  ctx: Context,
  clientId: string,
  address: Pick<ClientRow, 'email' | 'emailNormalised'>,
): Promise<void> {
  await updateClient(tx, clientId, address);
  await endLinksOfClient(tx, ctx, 'manage_consent', clientId);
}
