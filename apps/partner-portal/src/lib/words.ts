import type { LockReason, ReferralSource } from '@goodword/api/client';

/** How a client came to the partner, as people say it. */
export const sourceWords: Record<ReferralSource, string> = {
  website: 'Our website',
  mobile_app: 'Our app',
  email: 'E-mail',
  phone: 'Phone call',
  in_person: 'In person',
  social_media: 'Social media',
  other: 'Something else',
};

/** What a part of a lead is called. */
export const fieldWords: Record<'contact' | 'budget' | 'requirements' | 'property' | 'message', string> = {
  contact: 'Contact details',
  budget: 'Budget and financing',
  requirements: 'What they are looking for',
  property: 'Property details',
  message: 'In their own words',
};

const lockWords: Record<LockReason | 'not_sent', string> = {
  not_shared: 'Not part of what was shared with you.',
  no_consent:
    'The client has not agreed to pass this on, or took it back. It opens by itself when they agree.',
  not_for_type: 'Partners of your type never see this.',
  opens_on_acceptance: 'Opens when you accept the lead.',
  not_sent: 'Opens when the introduction is sent to you.',
  ended: 'This has ended, so what was shared is closed again.',
};

/** Why a part stays closed and what opens it. */
export function lockSentence(reason: LockReason | 'not_sent'): string {
  return lockWords[reason];
}

/** A partner referral's state from the partner's point of view. */
export const referralWords: Record<string, string> = {
  submitted: 'Waiting for the client',
  intake: 'Client confirmed',
  accepted: 'We are working on it',
  converted: 'Deal closed',
  dormant: 'Resting',
  declined: 'Client opted out',
  rejected: 'Not taken on',
  expired: 'Expired',
};

/** A lead share's state from the partner's point of view. */
export const shareWords: Record<string, string> = {
  sent: 'Needs your answer',
  accepted: 'Accepted',
  in_progress: 'In progress',
  closed: 'Closed',
  rejected: 'Rejected by you',
  expired: 'Expired unanswered',
  returned: 'Returned by you',
  revoked: 'Consent withdrawn',
  withdrawn: 'Withdrawn by us',
};

/** An introduction's state from the partner's point of view. */
export const introductionWords: Record<string, string> = {
  proposed: 'Being prepared',
  intro_sent: 'Needs your answer',
  connected: 'Connected',
  closed: 'Closed',
  declined: 'Declined',
};

export const commissionWords: Record<string, string> = {
  pending: 'Pending',
  calculated: 'Being checked',
  approved: 'Approved',
  held: 'On hold',
  scheduled: 'In the next payout',
  paid: 'Paid',
  cancelled: 'Cancelled',
  invoiced: 'Invoiced',
  settled: 'Settled',
  overdue: 'Overdue',
  written_off: 'Written off',
};

export const lineWords: Record<'share' | 'referral' | 'introduction' | 'reversal', string> = {
  share: 'Lead you worked',
  referral: 'Client you referred',
  introduction: 'Introduction',
  reversal: 'Taken back',
};

/** Currencies offered where an amount is typed. The organisation's own comes first. */
export function currencyOptions(first: string): { value: string; label: string }[] {
  const codes = [...new Set([first, 'AED', 'INR', 'SGD', 'USD', 'EUR', 'GBP'])];
  return codes.map((code) => ({ value: code, label: code }));
}
