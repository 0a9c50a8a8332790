import type { Terms } from './terms.ts';
import { termsOf } from './terms.ts';

/** Terms from a date on. */
interface Dated {
  version: number;
  effectiveFrom: Date;
}

/** A named set of terms of one engagement from a date on. */
export interface Plan extends Terms, Dated {
  name: string;
  /** Back to what counts without a plan: the group's terms, else those the engagement began with. */
  released: boolean;
  outsideRange: boolean;
  reason: string;
}

/** What a group says for the type of the engagement, from a date on. */
export interface GroupTerms extends Terms, Dated {
  /** It says nothing from here on: the terms of the type count. */
  released: boolean;
  outsideRange: boolean;
}

/** From then on the partner belongs to this group; null: to none. */
export interface Membership extends Dated {
  group: { id: string; name: string; terms: readonly GroupTerms[] } | null;
}

/** All that can decide about the terms of one engagement. */
export interface TermsSources {
  typeName: string;
  /** The terms of the type when the engagement began. Later changes of the type do not touch them. */
  begunWith: Terms;
  begunAt: Date;
  plans: readonly Plan[];
  /** Every group the partner came to or left. */
  memberships: readonly Membership[];
}

export interface TermsInForce {
  terms: Terms;
  source: 'engagement' | 'group' | 'type';
  /** Of the plan, the group or the type. */
  name: string;
  /** Where the source is a group. */
  groupId: string | null;
  since: Date;
  outsideRange: boolean;
  /** Why these and no others, for both sides. */
  why: string;
}

/**
 * The terms of an engagement at a moment. What was agreed for the engagement comes before what its partner's group
 * says, and that before what its type says. The one place that knows: calculation, preview and portal ask here.
 */
export function termsInForce(sources: TermsSources, at: Date): TermsInForce {
  const { key, ...found } = pick(sources, at);
  return { ...found, since: sinceWhen(sources, at, key) };
}

type Picked = Omit<TermsInForce, 'since'> & { key: string };

function pick(sources: TermsSources, at: Date): Picked {
  const plan = planAt(sources.plans, at);
  if (plan && !plan.released) {
    return {
      key: `engagement ${plan.version}`,
      terms: termsOf(plan),
      source: 'engagement',
      name: plan.name,
      groupId: null,
      outsideRange: plan.outsideRange,
      why: `Agreed for this engagement alone (${plan.name}), which comes before the terms of a group and of the type.`,
    };
  }
  const group = planAt(sources.memberships, at)?.group;
  const shared = group && planAt(group.terms, at);
  if (shared && !shared.released) {
    return {
      key: `group ${group.id} ${shared.version}`,
      terms: termsOf(shared),
      source: 'group',
      name: group.name,
      groupId: group.id,
      outsideRange: shared.outsideRange,
      why: `From group ${group.name}, which comes before the terms of the type ${sources.typeName}.`,
    };
  }
  return {
    key: 'type',
    terms: sources.begunWith,
    source: 'type',
    name: sources.typeName,
    groupId: null,
    outsideRange: false,
    why: `The terms of the type ${sources.typeName} when this engagement began; nothing else was agreed.`,
  };
}

/** When the same choice began to be made without a break: of all moments at which something could change. */
function sinceWhen(sources: TermsSources, at: Date, key: string): Date {
  const moments = [
    ...sources.plans,
    ...sources.memberships,
    ...sources.memberships.flatMap(({ group }) => group?.terms ?? []),
  ]
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((moment) => moment <= at && moment > sources.begunAt)
    .sort((left, right) => right.getTime() - left.getTime());
  let since = at;
  for (const moment of [...moments, sources.begunAt]) {
    if (pick(sources, moment).key !== key) return since;
    since = moment;
  }
  return since;
}

/** The latest that has begun; of two from the same moment the one that was set later. */
export function planAt<P extends Dated>(plans: readonly P[], at: Date): P | null {
  return plans
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .reduce<P | null>((best, plan) => (best && comesAfter(best, plan) ? best : plan), null);
}

function comesAfter(left: Dated, right: Dated): boolean {
  const apart = left.effectiveFrom.getTime() - right.effectiveFrom.getTime();
  return apart > 0 || (apart === 0 && left.version > right.version);
}
