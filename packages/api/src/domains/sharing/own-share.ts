import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import { findPartnerShare, type ShareWithRules } from './sharing.queries.ts';

/** The partner of the session. Never taken from input. */
export function ownPartnerId(ctx: Context): string {
  invariant(ctx.scope.partnerId, 'only a partner asks for its own shares');
  return ctx.scope.partnerId;
}

/** @throws `not_found` for a share of somebody else, as for none */
export async function requireOwnShare(tx: Tx, ctx: Context, id: string): Promise<ShareWithRules> {
  const row = await findPartnerShare(tx, { partnerId: ownPartnerId(ctx), id });
  if (!row) throw notFound('lead');
  return row;
}
