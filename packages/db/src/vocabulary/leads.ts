import { defineMachine } from './machine.ts';

export const partnerReferralMachine = defineMachine('partner referral', ['submitted', 'intake'], {
  submitted: ['intake', 'declined', 'rejected', 'expired'],
  intake: ['accepted', 'declined', 'rejected', 'expired'],
  accepted: ['converted', 'dormant', 'declined', 'rejected', 'expired'],
  dormant: ['accepted', 'declined', 'rejected', 'expired'],
  converted: [],
  declined: [],
  rejected: [],
  expired: [],
});
export type PartnerReferralStatus = (typeof partnerReferralMachine.states)[number];
/** Nothing is owed any more for a client whom such a referral sent. */
export const endedReferralStatuses = [
  'declined',
  'rejected',
  'expired',
] as const satisfies PartnerReferralStatus[];

/** How a partner referral reached us. */
export const referralSources = [
  'website',
  'mobile_app',
  'email',
  'phone',
  'in_person',
  'social_media',
  'other',
] as const;
export type ReferralSource = (typeof referralSources)[number];

export const leadMachine = defineMachine('lead', ['new'], {
  new: ['contacted', 'lost', 'closed_by_client', 'merged'],
  contacted: ['qualified', 'lost', 'closed_by_client', 'merged'],
  qualified: ['in_progress', 'lost', 'closed_by_client', 'merged'],
  in_progress: ['converted', 'lost', 'closed_by_client', 'merged'],
  converted: ['in_progress'],
  lost: [],
  closed_by_client: [],
  merged: [],
});
export type LeadStatus = (typeof leadMachine.states)[number];

export const leadShareMachine = defineMachine('lead share', ['sent'], {
  sent: ['accepted', 'rejected', 'expired', 'revoked', 'withdrawn'],
  accepted: ['in_progress', 'closed', 'returned', 'revoked', 'withdrawn'],
  in_progress: ['closed', 'returned', 'revoked', 'withdrawn'],
  closed: [],
  rejected: [],
  expired: [],
  returned: [],
  revoked: [],
  withdrawn: [],
});
export type LeadShareStatus = (typeof leadShareMachine.states)[number];
/** Shares that count against a partner's capacity. */
export const openShareStatuses = ['sent', 'accepted', 'in_progress'] as const satisfies LeadShareStatus[];

export const shareOutcomes = ['won', 'lost'] as const;

export const dealMachine = defineMachine('deal', ['reported'], {
  reported: ['verified', 'refused'],
  verified: ['reversed'],
  refused: [],
  reversed: [],
});
export type DealStatus = (typeof dealMachine.states)[number];
