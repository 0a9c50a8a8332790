import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  audible,
  isBehind,
  type Listener,
  type LiveFact,
  liveTopics,
  positionText,
  readPosition,
} from './live.ts';

const partner: Listener = {
  audience: 'partner',
  accountId: 'acc_p',
  partnerId: 'par_own',
  clientId: null,
  topics: liveTopics,
};
const patient: Listener = {
  audience: 'patient',
  accountId: 'acc_c',
  partnerId: null,
  clientId: 'cli_own',
  topics: liveTopics,
};
const staff: Listener = { ...partner, audience: 'staff', partnerId: null, accountId: 'acc_s' };

const fact = (type: string, rest: Partial<LiveFact> = {}): LiveFact => ({
  type,
  subjectId: 'shr_1',
  partnerId: 'par_own',
  clientId: 'cli_own',
  isFirst: true,
  ...rest,
});

const types = fc.constantFrom(
  ...[
    'lead_share.sent',
    'lead.assigned',
    'deal.verified',
    'commission.approved',
    'payout.paid',
    'consent.withdrawn',
  ],
  ...[
    'partner_referral.converted',
    'invite.converted',
    'reward.available',
    'introduction.intro_sent',
    'lead.note_added',
  ],
);

test('a partner hears nothing of another partner, and nothing that belongs to no partner', () => {
  fc.assert(
    fc.property(types, fc.constantFrom('par_other', null), fc.boolean(), (type, partnerId, isFirst) => {
      expect(audible(fact(type, { partnerId, isFirst }), partner)).toBeNull();
    }),
  );
});

test('a patient hears nothing of another client, and nothing that belongs to no client', () => {
  fc.assert(
    fc.property(types, fc.constantFrom('cli_other', null), (type, clientId) => {
      expect(audible(fact(type, { clientId }), patient)).toBeNull();
    }),
  );
});

test('what is said holds a topic and an id and nothing else, whatever the event holds', () => {
  const loaded = { ...fact('lead_share.sent'), canary: 'zaphira@secret.test' };
  expect(audible(loaded, partner)).toEqual({ topic: 'leads', subjectId: 'shr_1' });
});

test('how a referral ends, that it rested, and deals behind it are not heard by its partner', () => {
  for (const type of [
    'partner_referral.converted',
    'partner_referral.dormant',
    'deal.reported',
    'deal.verified',
  ]) {
    expect(audible(fact(type), partner), type).toBeNull();
  }
  expect(audible(fact('partner_referral.accepted'), partner)).not.toBeNull();
  expect(audible(fact('partner_referral.accepted', { isFirst: false }), partner)).toBeNull();
});

test('what a friend does in care, and rewards that are not ready, are not heard by the patient', () => {
  for (const type of [
    'invite.converted',
    'invite.disqualified',
    'reward.created',
    'reward.earned',
    'reward.held',
    'consultation.completed',
  ]) {
    expect(audible(fact(type), patient), type).toBeNull();
  }
  expect(audible(fact('reward.available'), patient)).toMatchObject({ topic: 'rewards' });
});

test('of an inbox only its owner hears, among staff too', () => {
  for (const listener of [staff, partner, patient]) {
    const own = fact('inbox.changed', { subjectId: listener.accountId, partnerId: null, clientId: null });
    expect(audible(own, listener)).toMatchObject({ topic: 'inbox' });
    expect(audible({ ...own, subjectId: 'acc_other' }, listener)).toBeNull();
  }
});

test('staff hear topics of their role only', () => {
  const narrow = { ...staff, topics: liveTopics.filter((topic) => topic !== 'payouts') };
  expect(audible(fact('payout.paid'), staff)).toMatchObject({ topic: 'payouts' });
  expect(audible(fact('payout.paid'), narrow)).toBeNull();
});

test('positions read back as written, stand in the order of the relay, and nothing else is taken for one', () => {
  const position = fc.record({ xid: fc.bigInt(0n, 10n ** 18n), id: fc.bigInt(0n, 10n ** 17n) });
  fc.assert(
    fc.property(position, position, (one, other) => {
      expect(readPosition(positionText(one))).toEqual(one);
      expect(isBehind(one, other) && isBehind(other, one)).toBe(false);
    }),
  );
  for (const text of ['', '1', '1-', '-1', 'a-b', `1-${'9'.repeat(40)}`, "1-1' or 1", null, undefined]) {
    expect(readPosition(text)).toBeNull();
  }
});
