import type { Recommendation, ReviewRule } from '@goodword/db/vocabulary';
import { credentialKindName, recommendations } from '@goodword/db/vocabulary';
import { regionName } from '../../../shared/regions.ts';
import type { Duplicate } from '../duplicates/find-duplicates.ts';
import type { RuleSetting } from './applications.schema.ts';

/** What is known of an application when it is looked at. */
export interface ReviewFacts {
  /** Labels of required questions without an answer. */
  unanswered: readonly string[];
  disposableEmail: boolean;
  freeEmail: boolean;
  /** Regions we closed for the type. */
  closedRegions: readonly string[];
  duplicates: readonly Duplicate[];
  /** Kinds of credential that the type needs and no number was given for. */
  missingCredentials: readonly string[];
  /** How often it applied before, times inside a cool-off included. */
  earlierAttempts: number;
}

export interface Finding {
  rule: ReviewRule;
  recommendation: Recommendation;
  sentence: string;
}

export interface Review {
  recommendation: Recommendation;
  findings: Finding[];
}

const ended = ['rejected', 'suspended', 'terminated'];
const list = (words: readonly string[]) => words.join(', ');
const namesOf = (twins: readonly Duplicate[]) => list(twins.map(({ name }) => name));

/** Each rule: what it found, in a sentence for the person who decides; null when there is nothing to say. */
const looks: Record<ReviewRule, (facts: ReviewFacts) => string | null> = {
  answers_missing: ({ unanswered }) =>
    unanswered.length > 0 ? `Required and not answered: ${list(unanswered)}.` : null,
  disposable_email: ({ disposableEmail }) =>
    disposableEmail ? 'The address is of a service that throws mail away after a few minutes.' : null,
  free_email: ({ freeEmail }) =>
    freeEmail ? 'The address is of a free mail provider and names no company.' : null,
  region_closed: ({ closedRegions }) =>
    closedRegions.length > 0
      ? `We are closed for this type in ${list(closedRegions.map(regionName))}.`
      : null,
  duplicate_ended: ({ duplicates }) => {
    const twins = duplicates.filter(
      ({ status, strength }) => ended.includes(status) && strength !== 'possible',
    );
    return twins.length > 0 ? `Looks like a partner that was refused or ended: ${namesOf(twins)}.` : null;
  },
  duplicate_strong: ({ duplicates }) => {
    const twins = duplicates.filter(
      ({ status, strength }) => !ended.includes(status) && strength !== 'possible',
    );
    return twins.length > 0 ? `Looks like somebody we know: ${namesOf(twins)}.` : null;
  },
  duplicate_name: ({ duplicates }) => {
    const twins = duplicates.filter(({ strength }) => strength === 'possible');
    return twins.length > 0 ? `Has the same name as ${namesOf(twins)}, and nothing else in common.` : null;
  },
  credential_missing: ({ missingCredentials }) =>
    missingCredentials.length > 0
      ? `This type needs a credential and no number was given: ${list(missingCredentials.map(credentialKindName))}.`
      : null,
  applied_before: ({ earlierAttempts }) =>
    earlierAttempts > 0
      ? `Applied before: ${earlierAttempts === 1 ? 'once' : `${earlierAttempts} times`}.`
      : null,
};

/** What the rules advise, worst finding first. Advice only: people decide. */
export function reviewFacts(facts: ReviewFacts, rules: readonly RuleSetting[]): Review {
  const findings = rules
    .filter(({ enabled }) => enabled)
    .flatMap(({ code, recommendation }) => {
      const sentence = looks[code](facts);
      return sentence ? [{ rule: code, recommendation, sentence }] : [];
    })
    .sort((a, b) => gravity(b.recommendation) - gravity(a.recommendation));
  return { recommendation: findings[0]?.recommendation ?? 'approve', findings };
}

function gravity(recommendation: Recommendation): number {
  return recommendations.indexOf(recommendation);
}

/** How a new installation judges; an admin changes the rows, never this list. */
export const seededRules: readonly RuleSetting[] = [
  { code: 'disposable_email', enabled: true, recommendation: 'reject' },
  { code: 'duplicate_ended', enabled: true, recommendation: 'reject' },
  { code: 'duplicate_strong', enabled: true, recommendation: 'look_closer' },
  { code: 'duplicate_name', enabled: true, recommendation: 'look_closer' },
  { code: 'credential_missing', enabled: true, recommendation: 'look_closer' },
  { code: 'answers_missing', enabled: true, recommendation: 'look_closer' },
  { code: 'region_closed', enabled: true, recommendation: 'look_closer' },
  { code: 'applied_before', enabled: true, recommendation: 'look_closer' },
  { code: 'free_email', enabled: false, recommendation: 'look_closer' },
];
