import type { z } from 'zod';
import { publicFormPerAddress } from '../../../auth/throttle.ts';
import { elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { enrolPartner } from '../enrol-partner.ts';
import type { applyInput } from './applications.schema.ts';

/**
 * Takes an application from the public form. An address that is known already gets the same answer: whether it is,
 * is for staff to see.
 * @throws `rate_limited`, `not_found` (partner type), `invalid_input` (regions)
 */
export async function apply(
  ctx: RequestContext,
  input: z.infer<typeof applyInput>,
): Promise<{ reference: string }> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Elevated: a visitor has no scope of its own, and writes exactly one new application.
  const system = elevated(ctx);
  const { companyName, ...rest } = input;
  return inScope(system, async (tx) => {
    const reference = await enrolPartner(tx, system, {
      ...rest,
      name: companyName,
      status: 'pending_review',
      appliedAt: ctx.clock.now(),
    });
    await recordChange(tx, system, {
      action: 'partner.applied',
      subjectType: 'partner',
      subjectId: reference,
      to: 'pending_review',
    });
    return { reference };
  });
}
