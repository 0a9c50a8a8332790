import {
  type ContactOpensAt,
  type LeadShareStatus,
  type PartnerStatus,
  type ShareScope,
  shareScopes,
} from '@goodword/db/vocabulary';
import { anyRegionCovers, regionCovers } from '../../shared/regions.ts';
import type { LockReason, ShareObstacle } from './sharing.schema.ts';

export type Ticks = Readonly<Record<ShareScope, boolean>>;

/** What we know of a lead that could ever be shown to a partner. Internal fields have no place in this shape. */
export interface SharedLead {
  name: string;
  email: string | null;
  phone: string | null;
  location: string | null;
  region: string;
  currency: string;
  budgetMinMinor: bigint | null;
  budgetMaxMinor: bigint | null;
  financing: string | null;
  payment: string | null;
  propertyType: string | null;
  place: string | null;
  size: string | null;
  amenities: string[];
  moveIn: string | null;
  serviceNeeded: string | null;
  message: string | null;
}

/** What the partner type allows at most, and when contact opens. */
export interface DisclosureRules {
  ceiling: readonly string[];
  contactOpensAt: ContactOpensAt;
  hidesProperty: boolean;
}

/** How far things between us and the partner have come. */
export type Stage = 'offered' | 'accepted' | 'ended';

export interface Disclosure {
  ticks: Ticks;
  /** The scopes that live consent gives this partner for this purpose. */
  consented: ReadonlySet<string>;
  rules: DisclosureRules;
  stage: Stage;
}

/**
 * The one rule of disclosure: a scope is open exactly when state, type, tick and live consent all let it.
 * Everything a partner can reach goes through here, whatever carries it.
 * @returns null when open, otherwise the reason it is closed
 */
export function lockOf(scope: ShareScope, { ticks, consented, rules, stage }: Disclosure): LockReason | null {
  if (stage === 'ended') return 'ended';
  if (!rules.ceiling.includes(scope)) return 'not_for_type';
  if (scope === 'contact' && rules.contactOpensAt === 'never') return 'not_for_type';
  if (!ticks[scope]) return 'not_shared';
  if (!consented.has(scope)) return 'no_consent';
  if (scope === 'contact' && rules.contactOpensAt === 'accepted' && stage !== 'accepted') {
    return 'opens_on_acceptance';
  }
  return null;
}

/** The scopes that tick, consent, ceiling and state all open. */
export function openScopes(disclosure: Disclosure): ShareScope[] {
  return shareScopes.filter((scope) => lockOf(scope, disclosure) === null);
}

/** A closed share stays readable within live consent; every other ended one shows nothing. */
export function stageOf(status: LeadShareStatus): Stage {
  switch (status) {
    case 'sent':
      return 'offered';
    case 'accepted':
    case 'in_progress':
    case 'closed':
      return 'accepted';
    default:
      return 'ended';
  }
}

export const allTicks: Ticks = { contact: true, budget: true, requirements: true };

/** The scopes that staff ticked. */
export function tickedScopes(ticks: Ticks): ShareScope[] {
  return shareScopes.filter((scope) => ticks[scope]);
}

/** Ticks to start a form with. They grant nothing: what consent or type forbid starts unticked. */
export function startingTicks(options: {
  defaultTicks: readonly string[];
  ceiling: readonly string[];
  consented: ReadonlySet<string>;
}): Ticks {
  const ticked = (scope: ShareScope) =>
    options.defaultTicks.includes(scope) && options.ceiling.includes(scope) && options.consented.has(scope);
  return { contact: ticked('contact'), budget: ticked('budget'), requirements: ticked('requirements') };
}

export interface CredentialRule {
  kind: string;
  regions: readonly string[];
  required: boolean;
}

export interface HeldCredential {
  kind: string;
  region: string;
  expiresAt: Date;
  verifiedAt: Date | null;
}

export interface CredentialGap {
  obstacle: 'credential_missing' | 'credential_expired';
  kind: string;
  /** When the last one ended; null when there was none. */
  expiredAt: Date | null;
}

/** What keeps a partner from working in `region`, as a word for a list. */
export function credentialObstacle(
  required: readonly CredentialRule[],
  held: readonly HeldCredential[],
  at: { region: string; now: Date },
): CredentialGap['obstacle'] | null {
  return credentialGap(required, held, at)?.obstacle ?? null;
}

/** What a partner still lacks to work in `region`: every credential its type requires there, verified and in date. */
export function credentialGap(
  required: readonly CredentialRule[],
  held: readonly HeldCredential[],
  at: { region: string; now: Date },
): CredentialGap | null {
  let expired: CredentialGap | null = null;
  for (const rule of required) {
    if (!rule.required || !anyRegionCovers(rule.regions, at.region)) continue;
    const fitting = held.filter(
      (item) => item.kind === rule.kind && item.verifiedAt !== null && regionCovers(item.region, at.region),
    );
    if (fitting.length === 0) return { obstacle: 'credential_missing', kind: rule.kind, expiredAt: null };
    const last = new Date(Math.max(...fitting.map(({ expiresAt }) => expiresAt.getTime())));
    if (last <= at.now) {
      expired ??= { obstacle: 'credential_expired', kind: rule.kind, expiredAt: last };
    }
  }
  return expired;
}

/** Everything that keeps a partner from taking a lead now; empty when it can. */
export function shareObstaclesOf(facts: {
  partnerStatus: PartnerStatus;
  /** Past the grace of the agreement in force. */
  agreementOverdue: boolean;
  alreadyShared: boolean;
  openShares: number;
  capacity: number | null;
  credential: 'credential_missing' | 'credential_expired' | null;
  /** Scopes that both consent and the type's ceiling allow. */
  possible: readonly ShareScope[];
}): ShareObstacle[] {
  const obstacles: ShareObstacle[] = [];
  if (facts.partnerStatus !== 'active') obstacles.push('partner_not_active');
  if (facts.agreementOverdue) obstacles.push('agreement_overdue');
  if (facts.alreadyShared) obstacles.push('already_shared');
  if (facts.capacity !== null && facts.openShares >= facts.capacity) obstacles.push('capacity_reached');
  if (facts.credential) obstacles.push(facts.credential);
  if (facts.possible.length === 0) obstacles.push('no_consent');
  return obstacles;
}
