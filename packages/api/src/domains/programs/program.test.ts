import { describe, expect, test } from 'vitest';
import { goLiveChecks, isRunning, type ProgramTerms, payerProblem } from './program.ts';
import { describeExample, describeFriendOffer, describeProgram, describeReferrerOffer } from './summary.ts';

const terms: ProgramTerms = {
  name: 'Bring a friend',
  status: 'active',
  currency: 'USD',
  referrerRewardKind: 'credit',
  referrerAmountMinor: 5000n,
  referrerPercentBps: null,
  friendRewardKind: 'discount',
  friendAmountMinor: null,
  friendPercentBps: 1250,
  maxInvitesPerPatient: 1,
  rewardThreshold: 3,
  inviteExpiryDays: 30,
  rewardExpiryDays: 365,
  holdDays: 14,
  yearlyCapMinor: 50_000n,
  healthProgram: true,
  jurisdictions: ['US-CA', 'AE'],
  blockedPayers: ['medicare'],
  reviewerAccountId: 'acc_1',
  reviewEvidence: 'memo',
  startsAt: null,
  endsAt: null,
};
const now = new Date('2026-03-02T09:00:00Z');

describe('payerProblem', () => {
  test.each([
    ['medicare', undefined, /payer/],
    ['Medi-Care ', undefined, /payer/],
    ['self_pay', 'US-TX', /country or state/],
    ['self_pay', 'US', /country or state/],
    ['self_pay', 'US-CA', null],
    ['self_pay', 'AE-DU', null],
    ['self_pay', undefined, null],
    ['none', undefined, null],
  ])('%s in %s', (payer, jurisdiction, expected) => {
    const problem = payerProblem({ ...terms, blockedPayers: ['medicare', 'none'] }, { payer, jurisdiction });
    if (expected) expect(problem).toMatch(expected);
    else expect(problem).toBeNull();
  });
});

test('a program runs while it is active and inside its dates', () => {
  const soon = new Date(now.getTime() + 1);
  expect(isRunning(terms, now)).toBe(true);
  expect(isRunning({ ...terms, status: 'paused' }, now)).toBe(false);
  expect(isRunning({ ...terms, startsAt: soon }, now)).toBe(false);
  expect(isRunning({ ...terms, endsAt: now }, now)).toBe(false);
  expect(isRunning({ ...terms, startsAt: now, endsAt: soon }, now)).toBe(true);
});

test('a program without credit needs a limit of invites instead of a yearly cap', () => {
  const open = (changes: Partial<ProgramTerms>) =>
    goLiveChecks({ ...terms, ...changes }, now)
      .filter((check) => !check.done)
      .map((check) => check.key);
  expect(open({})).toEqual([]);
  expect(open({ yearlyCapMinor: null })).toEqual(['cap']);
  const unpaid = { referrerRewardKind: 'free_consultation', yearlyCapMinor: null } as const;
  expect(open(unpaid)).toEqual([]);
  expect(open({ ...unpaid, maxInvitesPerPatient: null })).toEqual(['cap']);
  expect(open({ jurisdictions: [], blockedPayers: [], reviewEvidence: null, endsAt: now })).toEqual([
    'jurisdiction',
    'payers',
    'reviewer',
    'dates',
  ]);
});

test('the rules read as plain sentences with their numbers', () => {
  expect(describeReferrerOffer(terms, 'patient')).toBe(
    'You get USD 50.00 credit for every 3 friends who join and become patients.',
  );
  expect(describeFriendOffer(terms)).toBe('You get 12.5 % off one order after your first consultation.');
  expect(describeProgram(terms, 'patient')).toEqual([
    'A patient gets USD 50.00 credit for every 3 friends who have a first consultation.',
    'The friend gets 12.5 % off one order after that consultation.',
    'A patient can invite at most 1 friend.',
    'An invite stays open for 30 days.',
    'A reward can be used 14 days after it was earned; until then it can be stopped.',
    'A reward ends 365 days after it became usable.',
    'Nobody earns more than USD 500.00 of credit in a calendar year.',
    'It runs in US-CA, AE.',
    'Patients of these payers earn nothing and cause nothing: medicare.',
    'Nobody learns from a reward or a message what a friend did beyond joining.',
  ]);
  expect(describeProgram({ ...terms, maxInvitesPerPatient: null }, 'owner')).toContain(
    'An owner can invite any number of friends.',
  );
  expect(describeExample({ ...terms, rewardThreshold: 1, holdDays: 0 })).toBe(
    'Amal shares her link, Ben registers with it and has his first consultation on 1 March. Ben gets 12.5 % off one order, usable the same day. Amal gets USD 50.00 credit, usable the same day.',
  );
});
