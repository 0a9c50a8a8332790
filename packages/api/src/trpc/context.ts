import type { Database, Scope } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { describeDevice } from '../auth/device.ts';
import type { Principal, Sessions } from '../auth/sessions.ts';
import type { Throttle } from '../auth/throttle.ts';
import type { LiveHub } from '../domains/live/index.ts';
import type { Actor, Context, Urls } from '../platform/context.ts';
import type { Vault } from '../platform/vault.ts';
import type { Clock } from '../shared/clock.ts';

/** What one process holds for all requests of one app. */
export interface AppRuntime {
  /** The app this handler serves; procedures of other audiences are refused here. */
  app: AccountAudience;
  db: Database;
  clock: Clock;
  vault: Vault;
  urls: Urls;
  sessions: Sessions;
  throttle: Throttle;
  live: LiveHub;
}

/** The use-case context plus what only the web needs: session, cookies, throttling. */
export interface RequestContext extends Context {
  readonly app: AccountAudience;
  readonly principal: Principal | null;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  /** What happens, for pages that are open. */
  readonly live: LiveHub;
  /** Keyed hash of the client address. */
  readonly addressHash: string;
  /** Browser and system in a few words. */
  readonly device: string;
  readonly cookieHeader: string | null;
  setCookie(value: string): void;
}

export interface RequestFacts {
  principal: Principal | null;
  cookieHeader: string | null;
  address: string;
  userAgent?: string | null;
  requestId: string;
  setCookie(value: string): void;
}

export function createRequestContext(runtime: AppRuntime, facts: RequestFacts): RequestContext {
  const { db, clock, vault, urls, sessions, throttle, live, app } = runtime;
  const { principal } = facts;
  return {
    db,
    clock,
    vault,
    urls,
    sessions,
    throttle,
    live,
    app,
    principal,
    scope: scopeOf(principal),
    actor: actorOf(principal),
    requestId: facts.requestId,
    addressHash: vault.keyedHash('address', facts.address),
    device: describeDevice(facts.userAgent ?? null),
    cookieHeader: facts.cookieHeader,
    setCookie: facts.setCookie,
  };
}

/** The scope comes from the session alone. A session that still owes its second factor acts for nobody. */
function scopeOf(principal: Principal | null): Scope {
  if (principal?.secondFactor !== 'done') return { audience: 'public' };
  const { accountId, partnerId, clientId, look } = principal;
  if (partnerId && look) return { audience: 'partner', partnerId, readOnly: true };
  if (partnerId) return { audience: 'partner', partnerId, accountId };
  if (clientId) return { audience: 'patient', clientId, accountId };
  return { audience: 'staff', accountId };
}

function actorOf(principal: Principal | null): Actor {
  if (!principal) return { type: 'visitor' };
  const { accountId, staffRole, partnerRole, partnerId, clientId, look } = principal;
  // Whoever looks with the eyes of a partner stays who they are.
  if (look) return { type: 'staff', accountId, role: 'admin' };
  if (staffRole) return { type: 'staff', accountId, role: staffRole };
  if (partnerRole && partnerId) return { type: 'partner', accountId, role: partnerRole, partnerId };
  if (clientId) return { type: 'patient', accountId, clientId };
  return { type: 'visitor' };
}
