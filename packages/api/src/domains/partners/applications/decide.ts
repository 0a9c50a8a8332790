import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';

/**
 * Approves an application; the invitation follows by mail. Of several decisions at once exactly one counts.
 * @throws `not_found`, `illegal_move`, `stale`
 */
export async function approveApplication(ctx: Context, input: { partnerId: string }): Promise<void> {
  await inScope(ctx, (tx) =>
    moveState(tx, ctx, { machine: partnerMachine, table: partners, id: input.partnerId, to: 'approved' }),
  );
}

/** @throws `not_found`, `illegal_move`, `stale` */
export async function rejectApplication(
  ctx: Context,
  input: { partnerId: string; reason: string },
): Promise<void> {
  await inScope(ctx, (tx) =>
    moveState(tx, ctx, {
      machine: partnerMachine,
      table: partners,
      id: input.partnerId,
      to: 'rejected',
      reason: input.reason,
    }),
  );
}
