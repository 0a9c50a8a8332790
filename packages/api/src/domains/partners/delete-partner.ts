import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { deletePartnerRows, usesOfPartner } from './delete-partner.queries.ts';
import { lockPartner } from './partners.queries.ts';
import type { deletePartnerInput } from './partners.schema.ts';

/**
 * Forgets a partner that was never used: an invitation to the wrong address, an application by mistake. The trail
 * keeps that it was there. Whatever was used is terminated instead, and its history stays.
 * @throws `not_found`, `not_eligible` when anything but its own profile hangs on it
 */
export async function deletePartner(ctx: Context, input: z.infer<typeof deletePartnerInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    // Nobody can tie anything to the partner from here on; whoever accepts its invitation locks it first too.
    if (!(await lockPartner(tx, input.id))) throw notFound('partner');
    const uses = await usesOfPartner(tx, input.id);
    if (uses.length > 0) throw wasUsed(uses);
    await deletePartnerRows(tx, input.id);
    await recordChange(tx, ctx, {
      action: 'partner.deleted',
      subjectType: 'partner',
      subjectId: input.id,
      reason: input.reason,
    });
  });
}

function wasUsed(uses: readonly string[]): AppError {
  const words = uses.map((use) => use.replaceAll('_', ' ')).join(', ');
  return new AppError('not_eligible', {
    userMessage: `This partner was used already (${words}), so its history has to stay. Terminate the partnership instead.`,
  });
}
