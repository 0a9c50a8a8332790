import type { Context } from '../platform/context.ts';
import { followLinkRoutes } from './follow-link.ts';
import type { EdgeRoute } from './http.ts';

/** Everything the edge answers, from the domains. */
export function edgeRoutes(ctx: Omit<Context, 'scope' | 'actor' | 'requestId'>): EdgeRoute[] {
  return [...followLinkRoutes(ctx)];
}
