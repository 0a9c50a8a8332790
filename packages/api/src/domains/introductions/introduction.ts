import { regionName } from '../../shared/regions.ts';
import type { MatchObstacle } from './introductions.schema.ts';

/** What we know of a request that could ever be told to the partner we introduce. */
export interface IntroducedRequest {
  groupName: string;
  contactName: string;
  email: string | null;
  phone: string | null;
  location: string | null;
  region: string;
  groupSize: number;
  currency: string;
  priceMinMinor: bigint | null;
  priceMaxMinor: bigint | null;
  timeline: string;
  specificNeed: string;
}

/** Everything that keeps a partner from taking a request; empty when nothing does. */
export function matchObstaclesOf(facts: {
  partnerStatus: string;
  /** Past the grace of the agreement in force. */
  agreementOverdue: boolean;
  credential: 'credential_missing' | 'credential_expired' | null;
  declinedBefore: boolean;
}): MatchObstacle[] {
  const obstacles: MatchObstacle[] = [];
  if (facts.partnerStatus !== 'active') obstacles.push('partner_not_active');
  if (facts.agreementOverdue) obstacles.push('agreement_overdue');
  if (facts.credential) obstacles.push(facts.credential);
  if (facts.declinedBefore) obstacles.push('declined_before');
  return obstacles;
}

/** Why a partner fits, in words that stay with the introduction. */
export function matchReasonsOf(facts: {
  partnerTypeName: string;
  region: string;
  needsCredential: boolean;
  openIntroductions: number;
  eligible: boolean;
}): string[] {
  const { openIntroductions: open } = facts;
  return [
    `${facts.partnerTypeName} in ${regionName(facts.region)}`,
    ...(facts.needsCredential && facts.eligible ? ['Licence verified and in date'] : []),
    open === 0
      ? 'No other introduction under way'
      : `${open} other introduction${open === 1 ? '' : 's'} under way`,
  ];
}
