import type { Tx } from '@goodword/db';
import { partnerStatus } from '../../auth/accounts.queries.ts';
import { type Context, partnerIdOf } from '../../platform/context.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { findPartnerShare, type ShareWithRules } from './sharing.queries.ts';

/** @throws `not_found` for a share of somebody else, as for none */
export async function requireOwnShare(tx: Tx, ctx: Context, id: string): Promise<ShareWithRules> {
  const row = await findPartnerShare(tx, { partnerId: partnerIdOf(ctx), id });
  if (!row) throw notFound('lead');
  return row;
}

/**
 * The same for going on with the work: a suspended partner can give a share back and nothing else.
 * @throws `not_found`, `forbidden` while the partner is suspended
 */
export async function requireWorkableShare(tx: Tx, ctx: Context, id: string): Promise<ShareWithRules> {
  const row = await requireOwnShare(tx, ctx, id);
  if ((await partnerStatus(tx, row.share.partnerId)) === 'suspended') {
    throw new AppError('forbidden', {
      userMessage:
        'Your partnership is suspended, so this lead cannot go on with you now. Ask your contact with us, or give it back.',
    });
  }
  return row;
}
