import { addDays } from '../../../shared/clock.ts';
import { anyRegionCovers, regionCovers } from '../../../shared/regions.ts';

/** What the rules need to know of a credential. */
export interface CredentialFacts {
  kind: string;
  region: string;
  expiresAt: Date;
  verifiedAt: Date | null;
  refusedAt: Date | null;
  supersededAt: Date | null;
}

/**
 * `waiting` for us to check it, `verified`, `expiring` within the first warning, `expired`, `refused` by us, or
 * `superseded` by a renewed one. Derived, never stored.
 */
export const credentialStatuses = [
  'waiting',
  'verified',
  'expiring',
  'expired',
  'refused',
  'superseded',
] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];

/** Days before the end at which both sides are warned, the earliest first. */
export const warningDays = [60, 30, 7] as const;

/** The last moment belongs to the end: what expires now has expired. */
export function credentialStatus(credential: CredentialFacts, now: Date): CredentialStatus {
  if (credential.supersededAt) return 'superseded';
  if (credential.refusedAt) return 'refused';
  if (credential.expiresAt <= now) return 'expired';
  if (!credential.verifiedAt) return 'waiting';
  return credential.expiresAt <= addDays(now, warningDays[0]) ? 'expiring' : 'verified';
}

/** The warnings a credential has come to, the earliest first; none any more once it has expired. */
export function warningsReached(expiresAt: Date, now: Date): number[] {
  if (expiresAt <= now) return [];
  return warningDays.filter((days) => expiresAt <= addDays(now, days));
}

/** How far a credential is that is asked for, from the least to the best. `missing` when nothing usable was given. */
export const requirementStates = ['missing', 'expired', 'waiting', 'expiring', 'verified'] as const;

export interface CredentialRule {
  kind: string;
  regions: readonly string[];
  required: boolean;
}

/** An engagement and what its type asks for. */
export interface AskingEngagement {
  typeName: string;
  regions: readonly string[];
  rules: readonly CredentialRule[];
}

export interface Requirement {
  kind: string;
  region: string;
  typeName: string;
  status: (typeof requirementStates)[number];
}

/**
 * What a partner has to hold: for every region it works in, each credential its types require there, with the best it
 * has given. An engagement without regions works anywhere, so the regions of the rule stand for its own. Who works in a
 * whole country has done its part with a licence for a part of it; a lead from elsewhere is refused when it is shared.
 */
export function requirementsOf(
  engagements: readonly AskingEngagement[],
  held: readonly CredentialFacts[],
  now: Date,
): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const { typeName, regions, rules } of engagements) {
    for (const rule of rules.filter(({ required }) => required)) {
      for (const region of regionsAsked(regions, rule.regions)) {
        const key = `${rule.kind} ${region}`;
        if (!found.has(key)) {
          found.set(key, { kind: rule.kind, region, typeName, status: bestOf(rule.kind, region, held, now) });
        }
      }
    }
  }
  return [...found.values()];
}

function regionsAsked(own: readonly string[], asked: readonly string[]): string[] {
  if (own.length === 0) return [...asked];
  const within = own.filter((region) => anyRegionCovers(asked, region));
  // Works in a wide area of which the rule names a part.
  const parts = asked.filter((region) => !within.includes(region) && anyRegionCovers(own, region));
  return [...within, ...parts];
}

function bestOf(
  kind: string,
  region: string,
  held: readonly CredentialFacts[],
  now: Date,
): Requirement['status'] {
  const statuses = held
    .filter((one) => one.kind === kind && overlaps(one.region, region))
    .map((one) => credentialStatus(one, now));
  return (
    requirementStates.findLast((status) => status === 'missing' || statuses.includes(status)) ?? 'missing'
  );
}

function overlaps(one: string, other: string): boolean {
  return regionCovers(one, other) || regionCovers(other, one);
}
