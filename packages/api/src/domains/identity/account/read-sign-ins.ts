import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { getAccount } from '../../../auth/accounts.queries.ts';
import { listSignIns } from '../../../auth/sign-ins.queries.ts';
import { inScope } from '../../../platform/context.ts';
import { notFound } from '../../../shared/errors.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import type { signInList } from './account.schema.ts';

const NEWEST = 50;

/** The newest lines of the sign-in history of an account. The hash of the address stays here. */
export async function signInsOf(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
): Promise<z.infer<typeof signInList>> {
  const rows = await listSignIns(tx, accountId, NEWEST);
  return rows.map(({ id, at, outcome, method, device, addressHash }) => ({
    id,
    at,
    outcome,
    method,
    device,
    fromHere: addressHash === ctx.addressHash,
  }));
}

/** How a colleague signed in. @throws `not_found` for anybody but staff */
export async function signInsOfStaff(
  ctx: RequestContext,
  accountId: string,
): Promise<z.infer<typeof signInList>> {
  return inScope(ctx, async (tx) => {
    const account = await getAccount(tx, accountId);
    if (account?.audience !== 'staff') throw notFound('staff member');
    return signInsOf(tx, ctx, accountId);
  });
}
