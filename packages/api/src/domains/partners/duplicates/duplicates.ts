import type { DuplicateReason, DuplicateStrength } from '@goodword/db/vocabulary';
import type { IdentityKeys } from './duplicates.schema.ts';

export interface Likeness {
  reasons: DuplicateReason[];
  strength: DuplicateStrength;
}

/**
 * Why two may be one, and how much it weighs; null when nothing speaks for it. The same whichever comes first.
 * A mailbox belongs to one company: certain. A phone or a domain may be shared by sisters: strong. A name alone may be
 * anybody's: possible, and never more.
 */
export function likenessOf(a: IdentityKeys, b: IdentityKeys): Likeness | null {
  const reasons: DuplicateReason[] = [];
  if (same(a.emailNormalised, b.emailNormalised)) reasons.push('email');
  if (a.phone?.startsWith('+') && same(a.phone, b.phone)) reasons.push('phone');
  const domains = [b.websiteDomain, b.emailDomain];
  if ([a.websiteDomain, a.emailDomain].some((mine) => domains.some((theirs) => same(mine, theirs)))) {
    reasons.push('domain');
  }
  if (same(a.nameKey, b.nameKey)) reasons.push('name');
  if (reasons.length === 0) return null;
  return { reasons, strength: strengthOf(reasons) };
}

function strengthOf(reasons: readonly DuplicateReason[]): DuplicateStrength {
  if (reasons.includes('email')) return 'certain';
  return reasons.includes('phone') || reasons.includes('domain') ? 'strong' : 'possible';
}

/** Nothing is like nothing: two missing values do not agree. */
function same(a: string | null, b: string | null): boolean {
  return a !== null && a !== '' && a === b;
}

const order: readonly DuplicateStrength[] = ['certain', 'strong', 'possible'];

/** Strongest first. */
export function byStrength(a: { strength: DuplicateStrength }, b: { strength: DuplicateStrength }): number {
  return order.indexOf(a.strength) - order.indexOf(b.strength);
}
