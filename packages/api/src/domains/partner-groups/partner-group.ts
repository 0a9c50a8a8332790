import type { GroupMeasure, GroupMoveCause } from '@goodword/db/vocabulary';
import { addDays } from '../../shared/clock.ts';
import { describeMoney } from '../../shared/money.ts';

/** How partners come to a group by themselves. */
export interface GroupRule {
  measure: GroupMeasure;
  /** How many, or how much in minor units of the currency. */
  threshold: bigint;
  currency: string | null;
  windowDays: number;
  /** Only from this group; null: from any lower one, and from none. */
  fromGroupId: string | null;
}

/** A group as a rule sees it. */
export interface RankedGroup {
  id: string;
  rank: number;
  partnerTypeCode: string | null;
  /** Null: nobody comes here by itself. */
  rule: GroupRule | null;
}

export interface PastMove {
  fromGroupId: string | null;
  toGroupId: string | null;
  cause: GroupMoveCause;
  movedAt: Date;
}

/** What counts: a deal that staff verified. What a partner says itself counts for nothing. */
export interface Fact {
  id: string;
  /** When it was verified. */
  at: Date;
  amountMinor: bigint;
  currency: string;
  /** It came from a lead we shared. */
  shared: boolean;
}

export interface PartnerSoFar {
  groupId: string | null;
  /** Types it works in. */
  types: readonly string[];
  moves: readonly PastMove[];
  facts: readonly Fact[];
}

export interface Evidence {
  counted: bigint;
  since: Date;
  /** Newest first. */
  ids: string[];
  /** When the newest of them came. */
  lastAt: Date | null;
}

/** Who is in no group stands below all of them. */
const rankOf = (groups: readonly RankedGroup[], id: string | null): number =>
  groups.find((group) => group.id === id)?.rank ?? 0;

/**
 * From when on something counts for a rule: since the window began, or since a person moved the partner back from
 * this height. What counted before that was judged, and moves nobody a second time.
 */
export function countsSince(
  rule: GroupRule,
  {
    target,
    groups,
    moves,
    at,
  }: { target: RankedGroup; groups: readonly RankedGroup[]; moves: readonly PastMove[]; at: Date },
): Date {
  const windowStart = addDays(at, -rule.windowDays);
  const sentBack = moves
    .filter(
      ({ cause, fromGroupId, toGroupId }) =>
        cause === 'staff' &&
        rankOf(groups, fromGroupId) >= target.rank &&
        rankOf(groups, toGroupId) < target.rank,
    )
    .map(({ movedAt }) => movedAt);
  return new Date(Math.max(windowStart.getTime(), ...sentBack.map((moment) => moment.getTime())));
}

/** What of the facts counts for a rule, and how much that is. */
export function weigh(
  rule: GroupRule,
  facts: readonly Fact[],
  { since, at }: { since: Date; at: Date },
): Evidence {
  const counting = facts
    .filter((fact) => fact.at > since && fact.at <= at && isMeasured(rule, fact))
    .toSorted((left, right) => right.at.getTime() - left.at.getTime() || (left.id < right.id ? 1 : -1));
  const counted =
    rule.measure === 'verified_value'
      ? counting.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
      : BigInt(counting.length);
  return { counted, since, ids: counting.map(({ id }) => id), lastAt: counting[0]?.at ?? null };
}

function isMeasured({ measure, currency }: GroupRule, fact: Fact): boolean {
  if (measure === 'won_shares') return fact.shared;
  return measure === 'verified_deals' || fact.currency === currency;
}

/**
 * Where the rules move a partner now: to the highest group whose rule it fulfils. They only ever move up. Null when
 * nothing moves it.
 */
export function decideMove(
  partner: PartnerSoFar,
  groups: readonly RankedGroup[],
  at: Date,
): { group: RankedGroup; rule: GroupRule; evidence: Evidence } | null {
  const here = rankOf(groups, partner.groupId);
  for (const group of groups.toSorted((left, right) => right.rank - left.rank)) {
    const { rule } = group;
    if (!rule || group.rank <= here) continue;
    if (rule.fromGroupId !== null && rule.fromGroupId !== partner.groupId) continue;
    if (group.partnerTypeCode !== null && !partner.types.includes(group.partnerTypeCode)) continue;
    const since = countsSince(rule, { target: group, groups, moves: partner.moves, at });
    const evidence = weigh(rule, partner.facts, { since, at });
    if (evidence.counted >= rule.threshold) return { group, rule, evidence };
  }
  return null;
}

const measureWords: Record<Exclude<GroupMeasure, 'verified_value'>, [one: string, many: string]> = {
  verified_deals: ['verified deal', 'verified deals'],
  won_shares: ['shared lead won', 'shared leads won'],
};

/** So much of what a rule measures, in words. */
export function describeAmount(
  { measure, currency }: Pick<GroupRule, 'measure' | 'currency'>,
  amount: bigint,
): string {
  if (measure === 'verified_value') {
    return `${describeMoney({ amountMinor: amount, currency: currency ?? 'USD' })} of verified deals`;
  }
  const [one, many] = measureWords[measure];
  return `${amount} ${amount === 1n ? one : many}`;
}

/** A window in words. */
export function describeWindow(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** A rule as a sentence. */
export function describeRule(rule: GroupRule, names: { group: string; from: string | null }): string {
  const from = names.from ? `from ${names.from}` : 'from any lower group or none';
  return `${describeAmount(rule, rule.threshold)} within ${describeWindow(rule.windowDays)}: ${from} to ${names.group}.`;
}

/** Everywhere a type works and everywhere it has a range of its own: '' stands for the places nobody named. */
export function placesOf(type: {
  regions: readonly string[];
  rateRanges: readonly { region: string }[];
}): string[] {
  return [
    ...new Set([
      ...(type.regions.length > 0 ? type.regions : ['']),
      ...type.rateRanges.map(({ region }) => region),
    ]),
  ];
}
