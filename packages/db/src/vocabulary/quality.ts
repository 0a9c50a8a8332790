import { defineMachine } from './machine.ts';

/** Who complained about a partner. */
export const complainants = ['client', 'patient', 'staff'] as const;
export type Complainant = (typeof complainants)[number];

/** What a complaint is about. */
export const complaintCategories = [
  'late_response',
  'conduct',
  'quality',
  'privacy',
  'money',
  'marketing',
  'other',
] as const;
export type ComplaintCategory = (typeof complaintCategories)[number];

export const complaintSeverities = ['low', 'medium', 'high'] as const;
export type ComplaintSeverity = (typeof complaintSeverities)[number];

export const complaintMachine = defineMachine('complaint', ['open'], {
  open: ['resolved'],
  resolved: [],
});
export type ComplaintStatus = (typeof complaintMachine.states)[number];

/** What a complaint came to. An unfounded one counts against nobody. */
export const complaintOutcomes = ['upheld', 'partly_upheld', 'unfounded'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** What a yearly check looks at. */
export const checkItemKeys = [
  'agreement_current',
  'credentials_valid',
  'gifts_within_limit',
  'complaints_closed',
  'met_this_year',
  'consent_wording_used',
  'marketing_reviewed',
  'payout_details_checked',
  'contacts_and_coverage_confirmed',
] as const;
export type CheckItemKey = (typeof checkItemKeys)[number];

/** What a person found at an item, or the system. */
export const checkAnswers = ['fine', 'not_fine', 'does_not_apply'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

export const yearlyCheckMachine = defineMachine('yearly check', ['open'], {
  open: ['closed'],
  closed: [],
});
export type YearlyCheckStatus = (typeof yearlyCheckMachine.states)[number];
