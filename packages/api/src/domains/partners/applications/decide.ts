import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { requireOrganisation } from '../../identity/index.ts';
import { blankToNull } from '../partner.ts';
import type { rejectApplicationInput } from './applications.schema.ts';

/**
 * Approves an application; the invitation follows by mail. Of several decisions at once exactly one counts.
 * @throws `not_found`, `illegal_move`, `stale`
 */
export async function approveApplication(ctx: Context, input: { partnerId: string }): Promise<void> {
  await inScope(ctx, (tx) =>
    moveState(tx, ctx, { machine: partnerMachine, table: partners, id: input.partnerId, to: 'approved' }),
  );
}

/**
 * Says no: with a reason for us, and words for the applicant. From the end of the organisation's cool-off on it may
 * apply again by itself. @throws `not_found`, `illegal_move`, `stale`
 */
export async function rejectApplication(
  ctx: Context,
  { partnerId, reason, message }: z.infer<typeof rejectApplicationInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const { reapplyAfterDays } = await requireOrganisation(tx);
    await moveState(tx, ctx, {
      machine: partnerMachine,
      table: partners,
      id: partnerId,
      to: 'rejected',
      reason,
      set: {
        reapplyAfter: addDays(ctx.clock.now(), reapplyAfterDays),
        rejectionMessage: blankToNull(message),
      },
    });
  });
}
