import { contactOpensAt, leadShareMachine, shareScopes } from '@goodword/db/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allTicks,
  credentialObstacle,
  lockOf,
  type SharedLead,
  shareObstaclesOf,
  stageOf,
  startingTicks,
} from './sharing.ts';
import { type VisibleLeadInput, visibleLead } from './visible-lead.ts';

const lead: SharedLead = {
  name: 'Canary Contact-Name',
  email: 'canary@contact.test',
  phone: '+971 50 777 0001',
  location: 'Contact Bay',
  region: 'AE-DU',
  currency: 'AED',
  budgetMinMinor: 100_000_00n,
  budgetMaxMinor: 777_000_00n,
  financing: 'Budget mortgage',
  payment: 'Budget instalments',
  propertyType: 'Property villa',
  place: 'Property marina',
  size: 'Property 3 rooms',
  amenities: ['Property pool'],
  moveIn: 'Property June',
  serviceNeeded: 'Needs moving',
  message: 'Message words',
};

const everything: VisibleLeadInput = {
  lead,
  status: 'accepted',
  ticks: allTicks,
  consented: new Set(shareScopes),
  rules: { ceiling: shareScopes, contactOpensAt: 'accepted', hidesProperty: false },
};

const text = (input: VisibleLeadInput) =>
  JSON.stringify(visibleLead(input), (_key, value) => (typeof value === 'bigint' ? value.toString() : value));

describe('what a partner sees of a lead', () => {
  test('all of it when tick, consent, type and state agree', () => {
    expect(visibleLead(everything)).toEqual({
      contact: { name: lead.name, email: lead.email, phone: lead.phone, location: lead.location },
      budget: {
        currency: 'AED',
        minMinor: 100_000_00n,
        maxMinor: 777_000_00n,
        financing: lead.financing,
        payment: lead.payment,
      },
      requirements: {
        region: 'AE-DU',
        serviceNeeded: 'Needs moving',
        property: {
          propertyType: lead.propertyType,
          place: lead.place,
          size: lead.size,
          amenities: lead.amenities,
          moveIn: lead.moveIn,
        },
      },
      message: 'Message words',
      locked: [],
    });
  });

  test.each(shareScopes)('not the %s that was not ticked', (scope) => {
    const view = visibleLead({ ...everything, ticks: { ...allTicks, [scope]: false } });
    expect(view[scope]).toBeNull();
    expect(view.locked).toContainEqual({ field: scope, reason: 'not_shared' });
  });

  test.each(shareScopes)('not the %s that the client has not agreed to', (scope) => {
    const consented = new Set(shareScopes.filter((other) => other !== scope));
    const view = visibleLead({ ...everything, consented });
    expect(view[scope]).toBeNull();
    expect(view.locked).toContainEqual({ field: scope, reason: 'no_consent' });
  });

  test.each(shareScopes)('not the %s above the ceiling of its type', (scope) => {
    const ceiling = shareScopes.filter((other) => other !== scope);
    const view = visibleLead({ ...everything, rules: { ...everything.rules, ceiling } });
    expect(view[scope]).toBeNull();
    expect(view.locked).toContainEqual({ field: scope, reason: 'not_for_type' });
  });

  test.each([
    { opens: 'sent', status: 'sent', open: true },
    { opens: 'sent', status: 'accepted', open: true },
    { opens: 'accepted', status: 'sent', open: false },
    { opens: 'accepted', status: 'accepted', open: true },
    { opens: 'accepted', status: 'in_progress', open: true },
    { opens: 'accepted', status: 'closed', open: true },
    { opens: 'never', status: 'accepted', open: false },
  ] as const)('contact that opens at $opens is open=$open while $status', ({ opens, status, open }) => {
    const view = visibleLead({
      ...everything,
      status,
      rules: { ...everything.rules, contactOpensAt: opens },
    });
    expect(view.contact !== null).toBe(open);
    expect(view.message !== null).toBe(open);
    expect(view.budget).not.toBeNull();
  });

  test.each(['rejected', 'expired', 'returned', 'revoked', 'withdrawn'] as const)(
    'nothing of a share that is %s',
    (status) => {
      expect(visibleLead({ ...everything, status })).toMatchObject({
        contact: null,
        budget: null,
        requirements: null,
        message: null,
      });
      expect(text({ ...everything, status })).not.toMatch(/Canary|canary|Property|Budget m|Message|777/);
    },
  );

  test('no property details and no free text for a type that serves around the property', () => {
    const input = { ...everything, rules: { ...everything.rules, hidesProperty: true } };
    expect(visibleLead(input).requirements).toEqual({
      region: 'AE-DU',
      serviceNeeded: 'Needs moving',
      property: null,
    });
    expect(text(input)).not.toMatch(/Property|Message words/);
    expect(visibleLead(input).locked).toEqual([
      { field: 'property', reason: 'not_for_type' },
      { field: 'message', reason: 'not_for_type' },
    ]);
  });

  test('the words of the client never without contact', () => {
    const input = { ...everything, consented: new Set(['budget', 'requirements']) };
    expect(text(input)).not.toMatch(/Message words|Canary|canary|777 0001|Contact Bay/);
  });
});

const anySubset = fc.subarray([...shareScopes]);
const anyInput: fc.Arbitrary<VisibleLeadInput> = fc.record({
  lead: fc.constant(lead),
  status: fc.constantFrom(...leadShareMachine.states),
  ticks: fc.record({ contact: fc.boolean(), budget: fc.boolean(), requirements: fc.boolean() }),
  consented: anySubset.map((scopes) => new Set<string>(scopes)),
  rules: fc.record({
    ceiling: anySubset,
    contactOpensAt: fc.constantFrom(...contactOpensAt),
    hidesProperty: fc.boolean(),
  }),
});

test('a field is visible if and only if tick, consent, ceiling and state all allow it', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const view = visibleLead(input);
      const alive = ['sent', 'accepted', 'in_progress', 'closed'].includes(input.status);
      const { contactOpensAt: opens, ceiling, hidesProperty } = input.rules;
      const contactIsOpen = opens === 'sent' || (opens === 'accepted' && input.status !== 'sent');
      for (const scope of shareScopes) {
        const allowed =
          input.ticks[scope] &&
          input.consented.has(scope) &&
          ceiling.includes(scope) &&
          alive &&
          (scope !== 'contact' || contactIsOpen);
        expect(view[scope] !== null, scope).toBe(allowed);
        expect(view.locked.some(({ field }) => field === scope)).toBe(!allowed);
      }
      expect(view.message !== null).toBe(view.contact !== null && !hidesProperty);
    }),
    { numRuns: 2000 },
  );
});

test('taking a tick, a consent or a place under the ceiling away never shows more', () => {
  fc.assert(
    fc.property(anyInput, fc.constantFrom(...shareScopes), (input, scope) => {
      const less = [
        { ...input, ticks: { ...input.ticks, [scope]: false } },
        { ...input, consented: new Set([...input.consented].filter((one) => one !== scope)) },
        { ...input, rules: { ...input.rules, ceiling: input.rules.ceiling.filter((one) => one !== scope) } },
      ];
      for (const narrowed of less) {
        for (const other of shareScopes) {
          if (visibleLead(narrowed)[other] !== null) expect(visibleLead(input)[other]).not.toBeNull();
        }
      }
    }),
  );
});

test('a lead that is out of reach shows as ended, whatever the share says', () => {
  const view = visibleLead({ ...everything, lead: null });
  expect(view.locked.map(({ reason }) => reason)).toEqual(['ended', 'ended', 'ended', 'ended']);
});

test('every state of a share has a stage, and only its living states show anything', () => {
  const living = leadShareMachine.states.filter((status) => stageOf(status) !== 'ended');
  expect(living).toEqual(['sent', 'accepted', 'in_progress', 'closed']);
  for (const status of leadShareMachine.states) {
    const open = lockOf('budget', { ...everything, stage: stageOf(status) }) === null;
    expect(open).toBe(living.includes(status));
  }
});

test('a form starts with the defaults of the type, cut to what consent and ceiling allow', () => {
  const defaults = { defaultTicks: ['contact', 'requirements'], ceiling: ['requirements', 'budget'] };
  expect(startingTicks({ ...defaults, consented: new Set(shareScopes) })).toEqual({
    contact: false,
    budget: false,
    requirements: true,
  });
  expect(startingTicks({ ...defaults, consented: new Set() })).toEqual({
    contact: false,
    budget: false,
    requirements: false,
  });
});

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-09-01T00:00:00Z');
const earlier = new Date('2026-01-01T00:00:00Z');
const rera = [{ kind: 'rera', regions: ['IN'], required: true }];
const held = { kind: 'rera', region: 'IN', expiresAt: later, verifiedAt: earlier };

test.each([
  { why: 'verified and in date', credentials: [held], region: 'IN-MH', obstacle: null },
  { why: 'none', credentials: [], region: 'IN-MH', obstacle: 'credential_missing' },
  {
    why: 'not verified',
    credentials: [{ ...held, verifiedAt: null }],
    region: 'IN',
    obstacle: 'credential_missing',
  },
  {
    why: 'another kind',
    credentials: [{ ...held, kind: 'emirate_licence' }],
    region: 'IN',
    obstacle: 'credential_missing',
  },
  {
    why: 'another region',
    credentials: [{ ...held, region: 'IN-KA' }],
    region: 'IN-MH',
    obstacle: 'credential_missing',
  },
  {
    why: 'out of date',
    credentials: [{ ...held, expiresAt: now }],
    region: 'IN',
    obstacle: 'credential_expired',
  },
  {
    why: 'an old one beside a new one',
    credentials: [{ ...held, expiresAt: earlier }, held],
    region: 'IN',
    obstacle: null,
  },
  { why: 'not needed here', credentials: [], region: 'AE', obstacle: null },
])('the credential is judged: $why', ({ credentials, region, obstacle }) => {
  expect(credentialObstacle(rera, credentials, { region, now })).toBe(obstacle);
});

test('an optional credential never stands in the way', () => {
  const optional = [{ kind: 'emirate_licence', regions: ['AE'], required: false }];
  expect(credentialObstacle(optional, [], { region: 'AE', now })).toBeNull();
});

test('all obstacles are named at once, and none for a partner that can take the lead', () => {
  const fine = {
    partnerStatus: 'active',
    agreementOverdue: false,
    alreadyShared: false,
    openShares: 4,
    capacity: 5,
    credential: null,
    possible: ['budget'],
  } as const;
  expect(shareObstaclesOf(fine)).toEqual([]);
  expect(shareObstaclesOf({ ...fine, openShares: 900, capacity: null })).toEqual([]);
  expect(
    shareObstaclesOf({
      partnerStatus: 'suspended',
      agreementOverdue: true,
      alreadyShared: true,
      openShares: 5,
      capacity: 5,
      credential: 'credential_expired',
      possible: [],
    }),
  ).toEqual([
    'partner_not_active',
    'agreement_overdue',
    'already_shared',
    'capacity_reached',
    'credential_expired',
    'no_consent',
  ]);
});
