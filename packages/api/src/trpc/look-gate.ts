import type { Principal } from '../auth/sessions.ts';
import { elevated, inScope } from '../platform/context.ts';
import { recordLookRead } from '../platform/record-read.queries.ts';
import { AppError } from '../shared/errors.ts';
import type { RequestContext } from './context.ts';

/**
 * A look changes nothing, whatever is asked: everything but a query is refused, also what is open to all.
 * @throws `forbidden`
 */
export function refuseInLook(principal: Principal): void {
  throw new AppError('forbidden', {
    userMessage: `You see this portal as ${principal.look?.partnerName ?? 'its partner'} does. Nothing can be changed from here, and what belongs to one person alone stays closed.`,
  });
}

/** What is asked about, by its id. */
const ID = /^[a-z]{3}_[0-9a-z]{26}$/;

function idsIn(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.values(input).filter((value): value is string => typeof value === 'string' && ID.test(value));
}

/** Before an answer leaves: what was read stands in the trail, under the name of whoever looks. */
export async function noteLookRead(ctx: RequestContext, path: string, input: unknown): Promise<void> {
  const look = ctx.principal?.look;
  if (!look) return;
  // Elevated: the look itself can write nothing, not even that.
  await inScope(elevated(ctx), (tx) => recordLookRead(tx, ctx, look.id, [path, ...idsIn(input)]));
}
