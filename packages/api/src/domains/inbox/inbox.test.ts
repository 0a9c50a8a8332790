import { expect, test } from 'vitest';
import { catalogue, kindNamed } from './catalogue.ts';
import { channelsFor, digestDueAt } from './inbox.ts';

test('a choice counts for its kind and channel only; what was not chosen stays as the catalogue has it', () => {
  const kind = kindNamed('lead_offered');
  const chosen = channelsFor(kind, [
    { kind: 'lead_offered', channel: 'email', enabled: false },
    { kind: 'offer_expired', channel: 'in_app', enabled: false },
  ]);
  expect(chosen).toEqual({ ...kind.defaults, email: false });
});

test('a mail that has to be sent is sent, whatever was stored', () => {
  for (const kind of catalogue.filter(({ mailNeeded }) => mailNeeded)) {
    expect(channelsFor(kind, [{ kind: kind.name, channel: 'email', enabled: false }]).email).toBe(true);
  }
});

test('no kind tells a partner how a referral ended, and none a patient of care', () => {
  const partner = catalogue.filter(({ audience }) => audience === 'partner').flatMap(({ on }) => on);
  for (const type of [
    'partner_referral.converted',
    'partner_referral.dormant',
    'deal.reported',
    'deal.verified',
  ]) {
    expect(partner).not.toContain(type);
  }
  const patient = catalogue.filter(({ audience }) => audience === 'patient').flatMap(({ on }) => on);
  expect(patient.filter((type) => /^(consultation|inbound_event|deal|lead)\b/.test(type))).toEqual([]);
  expect(patient).not.toContain('invite.converted');
});

test('the daily digest is due from eight in the morning where the organisation is', () => {
  const due = (now: string) => digestDueAt('daily', 'Asia/Dubai', new Date(now));
  expect(due('2026-03-02T04:00:00Z')).toEqual({
    period: '2026-03-02',
    until: new Date('2026-03-02T04:00:00Z'),
  });
  expect(due('2026-03-02T03:59:59Z').period).toBe('2026-03-01');
  expect(due('2026-03-02T20:30:00Z').period).toBe('2026-03-02');
});

test('the weekly digest is due from Monday morning, all week long', () => {
  const due = (now: string) => digestDueAt('weekly', 'Asia/Dubai', new Date(now));
  expect(due('2026-03-02T04:00:00Z')).toEqual({
    period: 'week of 2026-03-02',
    until: new Date('2026-03-02T04:00:00Z'),
  });
  expect(due('2026-03-08T18:00:00Z').period).toBe('week of 2026-03-02');
  expect(due('2026-03-09T03:00:00Z').period).toBe('week of 2026-03-02');
});

test('it is morning at eight also on the days when clocks change', () => {
  for (const [day, utc] of [
    ['2026-03-28', '07:00'],
    ['2026-03-29', '06:00'],
    ['2026-10-24', '06:00'],
    ['2026-10-25', '07:00'],
  ]) {
    const { period, until } = digestDueAt('daily', 'Europe/Berlin', new Date(`${day}T20:00:00Z`));
    expect(period).toBe(day);
    expect(until.toISOString()).toBe(`${day}T${utc}:00.000Z`);
  }
});
