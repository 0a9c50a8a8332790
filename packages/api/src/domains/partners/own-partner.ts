import type { Context } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';

/** The partner the caller acts for: from the session, never from input. */
export function ownPartner(ctx: Context): { partnerId: string; accountId: string } {
  invariant(ctx.actor.type === 'partner', 'the procedure admits partners only');
  return { partnerId: ctx.actor.partnerId, accountId: ctx.actor.accountId };
}
