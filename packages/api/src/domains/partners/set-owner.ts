import type { z } from 'zod';
import { requireCaretaker } from '../../auth/accounts.queries.ts';
import type { Context } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import { recordChange } from '../../platform/record.queries.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { movedOn, notFound } from '../../shared/errors.ts';
import { lockPartner, updatePartnerRow } from './partners.queries.ts';
import type { setPartnerOwnerInput } from './partners.schema.ts';

/**
 * Gives partners an account manager, or takes him away; each partner for itself.
 * A row is refused when the partner or the person is not there, or when it is with somebody else than said.
 */
export async function setPartnerOwner(
  ctx: Context,
  { ids, accountId, from }: z.infer<typeof setPartnerOwnerInput>,
): Promise<RowResult[]> {
  return forEachRow(ctx, ids, async (tx, id) => {
    const partner = await lockPartner(tx, id);
    if (!partner) throw notFound('partner');
    if (accountId) await requireCaretaker(tx, accountId);
    if (from !== undefined && partner.ownerAccountId !== from) throw movedOn('partner');
    if (partner.ownerAccountId === accountId) return;
    await updatePartnerRow(tx, id, { ownerAccountId: accountId });
    await recordChange(tx, ctx, {
      action: 'partner.owner_changed',
      subjectType: 'partner',
      subjectId: id,
      fields: ['ownerAccountId'],
      payload: { accountId },
    });
  });
}
