import type { Context } from '../platform/context.ts';
import { followLinkRoutes } from './follow-link.ts';
import type { EdgeRoute } from './http.ts';
import { systemRoutes } from './system-routes.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

/** Everything the edge answers, from the domains. */
export function edgeRoutes(ctx: Omit<Context, 'scope' | 'actor' | 'requestId'>): EdgeRoute[] {
  return [...followLinkRoutes(ctx), ...systemRoutes(ctx), ...unsubscribeRoutes(ctx)];
}
