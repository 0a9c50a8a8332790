import { regionCovers, regionName } from '../../shared/regions.ts';

/** Somebody by name judged that the law lets a regulated type be paid in a region. */
export interface LawDecision {
  region: string;
  validFrom: Date;
  /** The first moment at which it no longer counts. */
  validUntil: Date;
  /** It counts for nothing that lies before it. */
  decidedAt: Date;
  withdrawnAt: Date | null;
}

export interface LawGate {
  open: boolean;
  /** Where no decision counts; empty when nothing is missing or no region is known. */
  missing: string[];
}

/** Whether a decision counts at a moment. */
export function decisionCounts(decision: LawDecision, at: Date): boolean {
  const { validFrom, validUntil, decidedAt, withdrawnAt } = decision;
  return decidedAt <= at && validFrom <= at && at < validUntil && (withdrawnAt === null || at < withdrawnAt);
}

/** Whether money may change hands: always for a free type; for a regulated one where a decision covers every region. */
export function lawGate(
  type: { regulated: boolean },
  decisions: readonly LawDecision[],
  { regions, at }: { regions: readonly string[]; at: Date },
): LawGate {
  if (!type.regulated) return { open: true, missing: [] };
  const counting = decisions.filter((decision) => decisionCounts(decision, at));
  const missing = regions.filter((region) => !counting.some((one) => regionCovers(one.region, region)));
  return { open: regions.length > 0 && missing.length === 0, missing };
}

/** Why a regulated type is not paid, in words for staff. */
export function describeClosedGate(gate: LawGate): string {
  const where = gate.missing.length > 0 ? ` in ${gate.missing.map(regionName).join(', ')}` : '';
  return `Referral fees are regulated for this partner type and no decision on the law allows them${where}`;
}
