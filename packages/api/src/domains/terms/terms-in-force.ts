import type { Terms } from './terms.ts';
import { termsOf } from './terms.ts';

/** A named set of terms of one engagement from a date on. */
export interface Plan extends Terms {
  name: string;
  version: number;
  effectiveFrom: Date;
  /** Back to the terms the engagement began with. */
  released: boolean;
  outsideRange: boolean;
  reason: string;
}

/** All that can decide about the terms of one engagement. */
export interface TermsSources {
  typeName: string;
  /** The terms of the type when the engagement began. Later changes of the type do not touch them. */
  begunWith: Terms;
  begunAt: Date;
  plans: readonly Plan[];
}

export interface TermsInForce {
  terms: Terms;
  source: 'engagement' | 'type';
  /** Of the plan or the type. */
  name: string;
  since: Date;
  outsideRange: boolean;
  /** Why these and no others, for both sides. */
  why: string;
}

/**
 * The terms of an engagement at a moment. What was agreed for the engagement comes before what its type says. The one
 * place that knows: calculation, preview and portal ask here.
 */
export function termsInForce(sources: TermsSources, at: Date): TermsInForce {
  const plan = planAt(sources.plans, at);
  if (plan && !plan.released) {
    return {
      terms: termsOf(plan),
      source: 'engagement',
      name: plan.name,
      since: plan.effectiveFrom,
      outsideRange: plan.outsideRange,
      why: `Agreed for this engagement alone (${plan.name}), which comes before the terms of the type.`,
    };
  }
  return {
    terms: sources.begunWith,
    source: 'type',
    name: sources.typeName,
    since: plan?.effectiveFrom ?? sources.begunAt,
    outsideRange: false,
    why: `The terms of the type ${sources.typeName} when this engagement began; nothing else was agreed.`,
  };
}

/** The latest that has begun; of two from the same moment the one that was set later. */
export function planAt<P extends Pick<Plan, 'effectiveFrom' | 'version'>>(
  plans: readonly P[],
  at: Date,
): P | null {
  return plans
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .reduce<P | null>((best, plan) => (best && comesAfter(best, plan) ? best : plan), null);
}

function comesAfter(
  left: Pick<Plan, 'effectiveFrom' | 'version'>,
  right: Pick<Plan, 'effectiveFrom' | 'version'>,
): boolean {
  const apart = left.effectiveFrom.getTime() - right.effectiveFrom.getTime();
  return apart > 0 || (apart === 0 && left.version > right.version);
}
