import { lettersToStrangers } from '../auth/throttle.ts';
import { actorId } from '../platform/context.ts';
import type { RequestContext } from './context.ts';

/**
 * Counts one letter that the caller has us write to somebody who never gave us their address.
 * @throws `rate_limited`
 */
export async function takeLetterToStranger(ctx: RequestContext): Promise<void> {
  await ctx.throttle.take(lettersToStrangers, ctx.vault.keyedHash('strangers', actorId(ctx.actor) ?? ''));
}
