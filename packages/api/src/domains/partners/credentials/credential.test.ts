import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/clock.ts';
import { credentialGap } from '../../sharing/sharing.ts';
import {
  type CredentialFacts,
  credentialStatus,
  requirementsOf,
  warningDays,
  warningsReached,
} from './credential.ts';

const now = new Date('2026-03-02T09:00:00Z');
const before = (date: Date) => new Date(date.getTime() - 1);

function credential(more: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    kind: 'rera',
    region: 'IN',
    expiresAt: addDays(now, 300),
    verifiedAt: now,
    refusedAt: null,
    supersededAt: null,
    ...more,
  };
}

test('a credential waits, is verified, expires soon and has expired, each from its first moment on', () => {
  expect(credentialStatus(credential({ verifiedAt: null }), now)).toBe('waiting');
  const { expiresAt } = credential();
  expect(credentialStatus(credential(), before(addDays(expiresAt, -60)))).toBe('verified');
  expect(credentialStatus(credential(), addDays(expiresAt, -60))).toBe('expiring');
  expect(credentialStatus(credential(), before(expiresAt))).toBe('expiring');
  expect(credentialStatus(credential(), expiresAt)).toBe('expired');
  expect(credentialStatus(credential({ verifiedAt: null, refusedAt: now }), now)).toBe('refused');
  expect(credentialStatus(credential({ supersededAt: now }), addDays(expiresAt, 9))).toBe('superseded');
});

test('warnings are reached one after the other, each at its day, and none is left at the end', () => {
  const { expiresAt } = credential();
  for (const [index, days] of warningDays.entries()) {
    const day = addDays(expiresAt, -days);
    expect(warningsReached(expiresAt, before(day))).toEqual(warningDays.slice(0, index));
    expect(warningsReached(expiresAt, day)).toEqual(warningDays.slice(0, index + 1));
  }
  expect(warningsReached(expiresAt, expiresAt)).toEqual([]);
});

test('a rule asks for its credential in every region the partner works in and in none beyond', () => {
  const rules = [
    { kind: 'rera', regions: ['IN'], required: true },
    { kind: 'emirate_licence', regions: ['AE'], required: false },
  ];
  const ask = (regions: string[], held: CredentialFacts[] = []) =>
    requirementsOf([{ typeName: 'RERA agent', regions, rules }], held, now).map(
      ({ kind, region, status }) => `${kind} ${region} ${status}`,
    );
  expect(ask(['AE', 'IN-KA', 'IN-MH'])).toEqual(['rera IN-KA missing', 'rera IN-MH missing']);
  expect(ask([])).toEqual(['rera IN missing']);
  expect(ask(['IN-KA'], [credential()])).toEqual(['rera IN-KA verified']);
  expect(ask(['IN'], [credential({ region: 'IN-KA' })])).toEqual(['rera IN verified']);
  expect(ask(['IN-MH'], [credential({ region: 'IN-KA' })])).toEqual(['rera IN-MH missing']);
});

test('of several credentials the best counts, and a refused one counts for nothing', () => {
  const of = (...held: CredentialFacts[]) =>
    requirementsOf(
      [
        {
          typeName: 'RERA agent',
          regions: ['IN'],
          rules: [{ kind: 'rera', regions: ['IN'], required: true }],
        },
      ],
      held,
      now,
    )[0]?.status;
  const refused = credential({ verifiedAt: null, refusedAt: now });
  const expired = credential({ expiresAt: now });
  const waiting = credential({ verifiedAt: null });
  expect(of(refused)).toBe('missing');
  expect(of(refused, expired)).toBe('expired');
  expect(of(expired, waiting)).toBe('waiting');
  expect(of(waiting, credential({ expiresAt: addDays(now, 3) }))).toBe('expiring');
  expect(of(credential(), waiting, refused)).toBe('verified');
});

test('whatever is held: more never makes a requirement look worse', () => {
  const rank = ['missing', 'expired', 'waiting', 'expiring', 'verified'];
  const any = fc.record({
    days: fc.integer({ min: -90, max: 400 }),
    verified: fc.boolean(),
    refused: fc.boolean(),
  });
  const made = (one: { days: number; verified: boolean; refused: boolean }) =>
    credential({
      expiresAt: addDays(now, one.days),
      verifiedAt: one.verified && !one.refused ? now : null,
      refusedAt: one.refused ? now : null,
    });
  const status = (held: CredentialFacts[]) =>
    rank.indexOf(
      requirementsOf(
        [
          {
            typeName: 'RERA agent',
            regions: ['IN'],
            rules: [{ kind: 'rera', regions: ['IN'], required: true }],
          },
        ],
        held,
        now,
      )[0]?.status ?? '',
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), any, (held, more) => {
      expect(status([...held.map(made), made(more)])).toBeGreaterThanOrEqual(status(held.map(made)));
    }),
  );
});

test('in the region of a lead, what the checklist calls fulfilled is exactly what lets the lead be shared', () => {
  const rules = [{ kind: 'rera', regions: ['IN'], required: true }];
  const held = fc.array(
    fc.record({
      kind: fc.constantFrom('rera', 'insurance'),
      region: fc.constantFrom('IN', 'IN-MH', 'IN-KA', 'AE'),
      expiresAt: fc.integer({ min: -90, max: 400 }).map((days) => addDays(now, days)),
      verifiedAt: fc.constantFrom(now, null),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(held, (items) => {
      const given = items.map((item) => credential(item));
      const [asked] = requirementsOf([{ typeName: 'RERA agent', regions: ['IN-MH'], rules }], given, now);
      const fulfilled = asked?.status === 'verified' || asked?.status === 'expiring';
      expect(credentialGap(rules, given, { region: 'IN-MH', now }) === null).toBe(fulfilled);
    }),
  );
});
