import type { Context } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';

/** The client of the session. Never taken from input. */
export function ownClientId(ctx: Context): string {
  invariant(ctx.scope.clientId, 'only a client asks for its own groups and requests');
  return ctx.scope.clientId;
}
