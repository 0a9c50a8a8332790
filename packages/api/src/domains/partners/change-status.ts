import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { deleteSessionsOfPartner } from '../../auth/accounts.queries.ts';
import { expireTokensOf } from '../../auth/tokens.queries.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { AppError } from '../../shared/errors.ts';
import { revokeKeysOfPartner } from '../api-keys/index.ts';
import { getPartner } from './partners.queries.ts';
import type { changePartnerStatusInput, changeStatusOfPartnersInput } from './partners.schema.ts';

/**
 * Moves a partner by hand, always with a reason. Suspension and termination end every session of its people in the
 * same transaction; termination its keys and open invitations too. What it shared, earned and referred stays.
 * @throws `not_found`, `illegal_move`, `stale`
 */
export async function changePartnerStatus(
  ctx: Context,
  input: z.infer<typeof changePartnerStatusInput>,
): Promise<void> {
  await inScope(ctx, (tx) => changeStatus(tx, ctx, input));
}

/** The same to many partners, each for itself. */
export async function changeStatusOfPartners(
  ctx: Context,
  { ids, ...change }: z.infer<typeof changeStatusOfPartnersInput>,
): Promise<RowResult[]> {
  return forEachRow(ctx, ids, (tx, id) => changeStatus(tx, ctx, { id, ...change }));
}

async function changeStatus(
  tx: Tx,
  ctx: Context,
  input: z.infer<typeof changePartnerStatusInput>,
): Promise<void> {
  if (input.to === 'active') await requireReturn(tx, input.id);
  await moveState(tx, ctx, {
    machine: partnerMachine,
    table: partners,
    id: input.id,
    to: input.to,
    reason: input.reason,
  });
  if (input.to === 'suspended' || input.to === 'terminated') await deleteSessionsOfPartner(tx, input.id);
  if (input.to === 'terminated') {
    await expireTokensOf(tx, { purpose: 'accept_invitation', subjectId: input.id }, ctx.clock.now());
    await revokeKeysOfPartner(tx, ctx, input.id);
  }
}

/** The first activation is the partner's own: it accepts the agreement. */
async function requireReturn(tx: Tx, id: string): Promise<void> {
  const partner = await getPartner(tx, id);
  if (partner.status === 'approved') {
    throw new AppError('illegal_move', {
      userMessage:
        'This partner becomes active by itself when it accepts the agreement. Send the invitation again if it got lost.',
    });
  }
}
