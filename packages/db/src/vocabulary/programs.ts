import { defineMachine } from './machine.ts';

export const programMachine = defineMachine('program', ['draft'], {
  draft: ['active'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
});
export type ProgramStatus = (typeof programMachine.states)[number];

export const inviteMachine = defineMachine('invite', ['pending', 'registered'], {
  pending: ['registered', 'expired', 'declined'],
  registered: ['converted', 'expired', 'disqualified'],
  converted: ['reversed'],
  expired: [],
  declined: [],
  disqualified: [],
  reversed: [],
});
export type InviteStatus = (typeof inviteMachine.states)[number];

export const rewardMachine = defineMachine('reward', ['pending'], {
  pending: ['earned', 'expired', 'cancelled'],
  earned: ['available', 'held', 'cancelled'],
  held: ['earned', 'available', 'cancelled'],
  available: ['redeemed', 'held', 'expired', 'cancelled'],
  redeemed: [],
  expired: [],
  cancelled: [],
});
export type RewardStatus = (typeof rewardMachine.states)[number];

/** Money credit lives in the wallet; the other kinds are vouchers used once. */
export const rewardKinds = ['credit', 'discount', 'free_consultation'] as const;
export type RewardKind = (typeof rewardKinds)[number];

export const rewardSides = ['referrer', 'friend'] as const;
export type RewardSide = (typeof rewardSides)[number];

export const interactionKinds = ['click', 'send', 'registration', 'conversion'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** Names a link has beside its code: an address its partner chose, and a code to say on the phone. */
export const linkNameKinds = ['slug', 'spoken'] as const;
export type LinkNameKind = (typeof linkNameKinds)[number];

export const inviteChannels = ['link', 'whatsapp', 'email', 'sms', 'qr'] as const;

export const redemptionMachine = defineMachine('redemption', ['reserved'], {
  reserved: ['committed', 'released'],
  committed: [],
  released: [],
});
export type RedemptionStatus = (typeof redemptionMachine.states)[number];
