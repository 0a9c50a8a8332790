import type { RewardKind } from '@goodword/db/vocabulary';

export const programTypes = ['standard', 'specialty', 'seasonal'] as const;

/** Codes of share links: ten characters of the id alphabet. */
export const FRIEND_CODE_PATTERN = /^[0-9a-z]{8,16}$/;

/** States that nobody's payer is excluded: an answer, unlike an empty list. */
export const NO_PAYER = 'none';

export interface RewardTerms {
  kind: RewardKind;
  amountMinor: bigint | null;
  percentBps: number | null;
}

/** What of a program decides about offers and rewards. */
export interface ProgramTerms {
  name: string;
  status: string;
  currency: string;
  referrerRewardKind: RewardKind;
  referrerAmountMinor: bigint | null;
  referrerPercentBps: number | null;
  friendRewardKind: RewardKind;
  friendAmountMinor: bigint | null;
  friendPercentBps: number | null;
  maxInvitesPerPatient: number | null;
  rewardThreshold: number;
  inviteExpiryDays: number;
  rewardExpiryDays: number;
  holdDays: number;
  yearlyCapMinor: bigint | null;
  healthProgram: boolean;
  jurisdictions: readonly string[];
  blockedPayers: readonly string[];
  reviewerAccountId: string | null;
  reviewEvidence: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

export function referrerTerms(program: ProgramTerms): RewardTerms {
  return {
    kind: program.referrerRewardKind,
    amountMinor: program.referrerAmountMinor,
    percentBps: program.referrerPercentBps,
  };
}

export function friendTerms(program: ProgramTerms): RewardTerms {
  return {
    kind: program.friendRewardKind,
    amountMinor: program.friendAmountMinor,
    percentBps: program.friendPercentBps,
  };
}

/** Active and inside its dates: dates act by themselves, before anybody changes the state. */
export function isRunning(program: Pick<ProgramTerms, 'status' | 'startsAt' | 'endsAt'>, now: Date): boolean {
  if (program.status !== 'active') return false;
  if (program.startsAt && program.startsAt > now) return false;
  return !program.endsAt || program.endsAt > now;
}

export interface ProgramCheck {
  key: string;
  label: string;
  done: boolean;
}

/** What the law and prudence ask before a program goes live (42 USC 1320a-7b for health programs). */
export function goLiveChecks(program: ProgramTerms, now: Date): ProgramCheck[] {
  const paysCredit = program.referrerRewardKind === 'credit' || program.friendRewardKind === 'credit';
  return [
    {
      key: 'jurisdiction',
      label: 'The countries or states it runs in are named',
      done: program.jurisdictions.length > 0,
    },
    {
      key: 'payers',
      label: 'It is answered whose patients are excluded ("none" is an answer)',
      done: program.blockedPayers.length > 0,
    },
    paysCredit
      ? {
          key: 'cap',
          label: 'The most one patient may earn in a year is set',
          done: program.yearlyCapMinor !== null,
        }
      : {
          key: 'cap',
          label: 'The most friends one patient may invite is set',
          done: program.maxInvitesPerPatient !== null,
        },
    {
      key: 'reviewer',
      label: 'A named person reviewed it',
      done: program.reviewerAccountId !== null && program.reviewEvidence !== null,
    },
    { key: 'dates', label: 'Its end lies ahead', done: !program.endsAt || program.endsAt > now },
  ];
}

/** Why a consultation cannot count in this program; null when it can. */
export function payerProblem(
  program: Pick<ProgramTerms, 'blockedPayers' | 'jurisdictions'>,
  care: { payer: string; jurisdiction?: string | undefined },
): string | null {
  const payer = normalisePayer(care.payer);
  if (program.blockedPayers.some((blocked) => blocked !== NO_PAYER && normalisePayer(blocked) === payer)) {
    return 'The program excludes patients of this payer.';
  }
  const { jurisdiction } = care;
  if (jurisdiction && !program.jurisdictions.some((area) => covers(area, jurisdiction))) {
    return 'The program does not run in this country or state.';
  }
  return null;
}

/** Payers are written in many ways: "Medicare", "MEDICARE ", "medi-care". */
export function normalisePayer(payer: string): string {
  return payer.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function covers(area: string, place: string): boolean {
  return area === place || place.startsWith(`${area}-`);
}
