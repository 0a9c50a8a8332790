import { defineMachine } from './machine.ts';

export const referralRequestMachine = defineMachine('referral request', ['pending'], {
  pending: ['matched', 'unfulfilled', 'cancelled'],
  matched: ['intro_sent', 'pending', 'cancelled'],
  intro_sent: ['connected', 'pending', 'cancelled'],
  connected: ['closed', 'cancelled'],
  closed: [],
  unfulfilled: [],
  cancelled: [],
});
export type ReferralRequestStatus = (typeof referralRequestMachine.states)[number];

export const introductionMachine = defineMachine('introduction', ['proposed'], {
  proposed: ['intro_sent', 'declined'],
  intro_sent: ['connected', 'declined'],
  connected: ['closed'],
  closed: [],
  declined: [],
});
export type IntroductionStatus = (typeof introductionMachine.states)[number];

export const introductionOutcomes = ['engaged', 'not_engaged', 'deal_closed', 'unknown'] as const;
export type IntroductionOutcome = (typeof introductionOutcomes)[number];
