import type { Tx } from '@goodword/db';
import { isDisposableEmail } from 'disposable-email-domains-js';
import { turnedDownRegions } from '../../coverage/index.ts';
import { type Duplicate, duplicatesOf } from '../duplicates/find-duplicates.ts';
import { isFreeMail } from '../duplicates/identity-keys.ts';
import type { EngagementWithType, PartnerRow } from '../partners.queries.ts';
import { type ApplicationRow, listAttempts, listQuestions, listRules } from './applications.queries.ts';
import type { Question } from './applications.schema.ts';
import { missingCredentials, questionsFor, unanswered } from './questions.ts';
import { type Review, reviewFacts } from './review.ts';

/** What the people who decide see beside the form. */
export interface Reviewed {
  review: Review;
  duplicates: Duplicate[];
  /** Newest first. */
  attempts: ApplicationRow[];
}

/** Looks at applications as they are now: the advice follows the rules and the other partners of this moment. */
export async function reviewApplications(
  tx: Tx,
  rows: readonly PartnerRow[],
  engagements: ReadonlyMap<string, readonly EngagementWithType[]>,
): Promise<(row: PartnerRow) => Reviewed> {
  const [rules, questions, turnedDown, duplicates, attempts] = await Promise.all([
    listRules(tx),
    listQuestions(tx),
    turnedDownRegions(tx),
    duplicatesOf(tx, rows),
    listAttempts(
      tx,
      rows.map(({ id }) => id),
    ),
  ]);
  return (row) => {
    const own = engagements.get(row.id) ?? [];
    const ownAttempts = attempts.filter(({ partnerId }) => partnerId === row.id);
    const twins = duplicates.get(row.id) ?? [];
    const facts = {
      ...answersOf(own, ownAttempts, questions),
      disposableEmail: row.email !== null && isDisposableEmail(row.email),
      freeEmail: row.email !== null && isFreeMail(row.email),
      closedRegions: own.flatMap(({ engagement, type }) => turnedDown(type.code, engagement.regions)),
      duplicates: twins,
      earlierAttempts: Math.max(0, ownAttempts.length - 1),
    };
    return { review: reviewFacts(facts, rules), duplicates: twins, attempts: ownAttempts };
  };
}

/** What the newest form leaves open. Whom staff invited filled none, and owes its credential all the same. */
function answersOf(
  engagements: readonly EngagementWithType[],
  attempts: readonly ApplicationRow[],
  questions: readonly Question[],
) {
  const form = attempts.find(({ outcome }) => outcome === 'in_review');
  const answers = Object.fromEntries(form?.answers.map(({ key, answer }) => [key, answer]) ?? []);
  const open = engagements.flatMap(({ engagement, type }) =>
    form?.partnerTypeCode === type.code
      ? unanswered(questionsFor(type, engagement.regions, questions), answers)
      : [],
  );
  return {
    unanswered: open.map(({ label }) => label),
    missingCredentials: engagements.flatMap(({ engagement, type }) =>
      missingCredentials(type, engagement.regions, answers),
    ),
  };
}
