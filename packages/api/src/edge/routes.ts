import type { Context } from '../platform/context.ts';
import type { EdgeRoute } from './http.ts';

/** Everything the edge answers, from the domains. */
export function edgeRoutes(_ctx: Omit<Context, 'scope' | 'actor' | 'requestId'>): EdgeRoute[] {
  return [];
}
