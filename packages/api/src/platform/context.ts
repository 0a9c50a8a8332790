import type { Database, Scope, Tx } from '@goodword/db';
import type { PartnerRole, StaffRole } from '@goodword/db/vocabulary';
import type { Clock } from '../shared/clock.ts';
import { invariant } from '../shared/errors.ts';
import type { Vault } from './vault.ts';

/** Public base addresses, without a trailing slash. */
export interface Urls {
  admin: string;
  partner: string;
  patient: string;
  edge: string;
}

/** Who causes a change. Written to the audit trail. */
export type Actor =
  | { type: 'staff'; accountId: string; role: StaffRole }
  | { type: 'partner'; accountId: string; role: PartnerRole; partnerId: string }
  | { type: 'patient'; accountId: string; clientId: string }
  /** Somebody with a link from a message, or nobody known. */
  | { type: 'visitor' }
  | { type: 'system_key'; apiKeyId: string }
  | { type: 'worker' };

/** What every use case gets. */
export interface Context {
  readonly db: Database;
  readonly scope: Scope;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly urls: Urls;
  readonly requestId: string;
}

/** One transaction in the scope of the caller. */
export function inScope<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.scoped(ctx.scope, work);
}

/**
 * The same actor with the worker's view of the database. For steps that a verified link or the system itself
 * authorises and that touch rows of more than one party; the caller has checked why this is allowed.
 */
export function elevated(ctx: Context): Context {
  return { ...ctx, scope: { audience: 'worker' } };
}

/** The account or key that acts; null for a visitor and the worker. */
export function actorId(actor: Actor): string | null {
  switch (actor.type) {
    case 'staff':
    case 'partner':
    case 'patient':
      return actor.accountId;
    case 'system_key':
      return actor.apiKeyId;
    case 'visitor':
    case 'worker':
      return null;
  }
}

/** The partner that the session acts for. Procedures of the portal are reached with such a session only. */
export function partnerIdOf(ctx: Context): string {
  invariant(ctx.scope.partnerId, 'the portal is used by people of a partner');
  return ctx.scope.partnerId;
}

/** The client that the session acts for. */
export function clientIdOf(ctx: Context): string {
  invariant(ctx.scope.clientId, 'patients act for themselves');
  return ctx.scope.clientId;
}

/** The account that the session belongs to. */
export function accountIdOf(ctx: Context): string {
  invariant(ctx.scope.accountId, 'only people have what this is about');
  return ctx.scope.accountId;
}
