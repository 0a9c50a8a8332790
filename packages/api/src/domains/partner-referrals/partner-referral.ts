import type { PartnerReferralStatus } from '@goodword/db/vocabulary';

/** Days that a client has to confirm. The link in the mail lives as long. */
export const CONFIRM_WITHIN_DAYS = 30;
/** Days that a client has to fill the form once it confirmed. */
export const INTAKE_WITHIN_DAYS = 60;

/** What a referral holds of its client, emptied. The keyed hash of the address stays. */
export const withoutContact = {
  clientName: null,
  clientEmail: null,
  clientPhone: null,
  details: {},
  partnerNotes: null,
  consentChoices: null,
};

/** A question of a partner type's form. */
export interface FormField {
  key: string;
  label: string;
  options?: string[];
}

/** Messages by field for answers that the form does not ask or offer. */
export function checkAnswers(
  answers: Readonly<Record<string, string>>,
  fields: readonly FormField[],
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [key, answer] of Object.entries(answers)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (!field) problems[`details.${key}`] = 'This form has no such question. Reload the page.';
    else if (answer !== '' && field.options && !field.options.includes(answer)) {
      problems[`details.${key}`] = 'Choose an answer from the list.';
    }
  }
  return problems;
}

/** Answers with the words of their questions, empty ones left out. */
export function describeAnswers(
  answers: Readonly<Record<string, string>>,
  fields: readonly FormField[],
): { label: string; value: string }[] {
  return fields.flatMap(({ key, label }) => {
    const value = answers[key];
    return value ? [{ label, value }] : [];
  });
}

/** What a partner may know of the state: how it ends is the client's to tell. */
export function statusForPartner(
  status: PartnerReferralStatus,
  options: { outcomeVisible: boolean },
): PartnerReferralStatus {
  if (options.outcomeVisible) return status;
  return status === 'converted' || status === 'dormant' ? 'accepted' : status;
}

/** The states behind each group a partner can ask for. A group never separates an outcome from work under way. */
export const statusesOfGroup = {
  submitted: ['submitted'],
  intake: ['intake'],
  accepted: ['accepted', 'dormant', 'converted'],
  ended: ['declined', 'rejected', 'expired'],
} as const satisfies Record<string, readonly PartnerReferralStatus[]>;

/** Why it ended, for the partner. What staff wrote stays inside. */
export function endNoteForPartner(status: PartnerReferralStatus): string | null {
  switch (status) {
    case 'declined':
      return 'The client does not want to be contacted. We removed the contact details.';
    case 'rejected':
      return 'We could not take this client on.';
    case 'expired':
      return 'The client did not answer in time.';
    default:
      return null;
  }
}

export interface ReferralDates {
  submittedAt: Date;
  confirmedAt: Date | null;
  formFilledAt: Date | null;
  acceptedAt: Date | null;
  convertedAt: Date | null;
}

/** The way of a referral, step by step. Whether a deal came of it stands in it only where the client allows. */
export function stepsForPartner(dates: ReferralDates, options: { outcomeVisible: boolean }) {
  const step = <K extends string>(key: K, label: string, at: Date | null) => ({
    key,
    label,
    done: at !== null,
    at,
  });
  return [
    step('submitted', 'Referred by you', dates.submittedAt),
    step('confirmed', 'Confirmed by the client', dates.confirmedAt),
    step('form_filled', 'Form filled in by the client', dates.formFilledAt),
    step('qualified', 'Taken on by us', dates.acceptedAt),
    ...(options.outcomeVisible ? [step('deal', 'Deal closed', dates.convertedAt)] : []),
  ];
}

/** How to greet somebody of whom we know one line of name. */
export function firstName(name: string): string {
  return name.split(' ')[0] || name;
}
