import type { CheckAnswer, CheckItemKey } from '@goodword/db/vocabulary';

export interface CheckItem {
  key: CheckItemKey;
  label: string;
  /** What a person looks at; null where the system answers. */
  help: string | null;
}

/** What is looked at once a year, in this order. */
export const checkItems: readonly CheckItem[] = [
  { key: 'agreement_current', label: 'The agreement in force is accepted', help: null },
  { key: 'credentials_valid', label: 'Every credential its types need is verified and valid', help: null },
  { key: 'gifts_within_limit', label: 'Gifts of this year are within the limit', help: null },
  { key: 'complaints_closed', label: 'No complaint is open', help: null },
  { key: 'met_this_year', label: 'We met or spoke within a year', help: null },
  {
    key: 'consent_wording_used',
    label: 'Our consent wording is used',
    help: 'Look at its site and forms: the wording of the portal, word for word, before it refers anybody.',
  },
  {
    key: 'marketing_reviewed',
    label: 'Its marketing that names us was reviewed',
    help: 'Pages, posts and leaflets: no promise we do not make, our name and logo as agreed.',
  },
  {
    key: 'payout_details_checked',
    label: 'The payout details are confirmed',
    help: 'By phone, with somebody we know, on a number we had before.',
  },
  {
    key: 'contacts_and_coverage_confirmed',
    label: 'Contacts and the regions it covers are confirmed',
    help: 'Who answers leads, who owns the account, where it works.',
  },
];

/** What the system knows of a partner. */
export interface CheckFacts {
  agreementAccepted: boolean;
  /** Names of credentials that are missing, expired or not verified. */
  faultyCredentials: readonly string[];
  /** Types whose yearly limit is passed. */
  limitsPassed: readonly string[];
  openComplaints: number;
  /** The last contact that took place. */
  lastContactAt: Date | null;
  now: Date;
}

export interface Derived {
  key: CheckItemKey;
  answer: CheckAnswer;
  note: string | null;
}

const YEAR_MS = 365 * 86_400_000;

/** What the system answers, with the reason where something is not fine. */
export function deriveAnswers(facts: CheckFacts): Derived[] {
  const { faultyCredentials, limitsPassed, openComplaints, lastContactAt, now } = facts;
  const met = lastContactAt !== null && now.getTime() - lastContactAt.getTime() <= YEAR_MS;
  const answer = (key: CheckItemKey, fine: boolean, note: string): Derived => ({
    key,
    answer: fine ? 'fine' : 'not_fine',
    note: fine ? null : note,
  });
  return [
    answer('agreement_current', facts.agreementAccepted, 'The version in force is not accepted yet.'),
    answer('credentials_valid', faultyCredentials.length === 0, `At fault: ${faultyCredentials.join(', ')}.`),
    answer('gifts_within_limit', limitsPassed.length === 0, `Passed as ${limitsPassed.join(', ')}.`),
    answer(
      'complaints_closed',
      openComplaints === 0,
      openComplaints === 1 ? 'One complaint is open.' : `${openComplaints} complaints are open.`,
    ),
    answer(
      'met_this_year',
      met,
      lastContactAt ? 'The last contact is longer ago.' : 'There was no contact yet.',
    ),
  ];
}

/** Why a check cannot be closed yet, in a sentence; null when it can. */
export function closeProblem(
  answers: readonly { key: CheckItemKey; answer: CheckAnswer }[],
  note: string | null,
): string | null {
  const open = checkItems.filter(({ key }) => !answers.some((one) => one.key === key));
  if (open.length > 0) {
    return `${open.length === 1 ? 'One item is' : `${open.length} items are`} not answered yet: ${open.map(({ label }) => label).join('; ')}.`;
  }
  if (answers.some(({ answer }) => answer === 'not_fine') && !note) {
    return 'Something is not fine. Write what is done about it, then close the check.';
  }
  return null;
}

/** When the check of a year is due: that many years after the partner became active, on the same day. */
export function dueOn(activatedAt: Date, year: number): Date {
  const due = new Date(activatedAt);
  due.setUTCFullYear(activatedAt.getUTCFullYear() + year);
  // Who began on 29 February is due on the 28th where there is none.
  if (due.getUTCMonth() !== activatedAt.getUTCMonth()) due.setUTCDate(0);
  return due;
}

/** The first year whose check was not made yet, and which of the checks that should be there are missing by then. */
export function yearsDue(
  activatedAt: Date,
  { until, made }: { until: Date; made: readonly number[] },
): number[] {
  const latest = lastYearBefore(activatedAt, until);
  // What was missed long ago is not made up for: one check, the latest, stands for it.
  return latest === 0 || made.includes(latest) ? [] : [latest];
}

function lastYearBefore(activatedAt: Date, until: Date): number {
  let year = until.getUTCFullYear() - activatedAt.getUTCFullYear();
  while (year > 0 && dueOn(activatedAt, year) > until) year -= 1;
  return Math.max(year, 0);
}
