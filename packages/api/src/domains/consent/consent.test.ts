import { consentPurposes, consentScopes } from '@goodword/db/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConsentEvent,
  consentedScopes,
  currentConsents,
  isConsented,
  isTakenBack,
  withdrawnSince,
} from './consent.ts';

const anna = { partnerId: 'par_anna', partnerTypeCode: 'broker' };
const question = { ...anna, purpose: 'lead_sharing', scope: 'contact' } as const;

/** A log in which each line is one step later. `class+` grants to the class, `partner-` withdraws from the partner. */
function log(...steps: ('class+' | 'class-' | 'partner+' | 'partner-')[]): ConsentEvent[] {
  return steps.map((step, index) => ({
    seq: BigInt(index + 1),
    purpose: 'lead_sharing',
    scope: 'contact',
    recipientKind: step.startsWith('class') ? 'class' : 'partner',
    recipient: step.startsWith('class') ? anna.partnerTypeCode : anna.partnerId,
    decision: step.endsWith('+') ? 'granted' : 'withdrawn',
  }));
}

test.each([
  { events: log(), allowed: false, why: 'silence is no consent' },
  { events: log('class+'), allowed: true, why: 'a grant to the class reaches its partners' },
  { events: log('class+', 'class-'), allowed: false, why: 'the last event counts' },
  { events: log('class+', 'class-', 'class+'), allowed: true, why: 'a new grant counts again' },
  { events: log('partner+'), allowed: true, why: 'one partner can be granted alone' },
  {
    events: log('partner+', 'class-'),
    allowed: false,
    why: 'a class withdrawal beats earlier partner grants',
  },
  { events: log('class-', 'partner+'), allowed: true, why: 'a partner granted after the class was refused' },
  { events: log('class+', 'partner-'), allowed: false, why: 'one partner can be left out' },
  { events: log('partner-', 'class+'), allowed: false, why: 'a partner left out stays out' },
  { events: log('partner-', 'class+', 'partner+'), allowed: true, why: 'until it is granted itself' },
])('$why', ({ events, allowed }) => {
  expect(isConsented(currentConsents(events), question)).toBe(allowed);
  expect(isConsented(currentConsents(events.toReversed()), question)).toBe(allowed);
  expect(consentedScopes(currentConsents(events), question).has('contact')).toBe(allowed);
});

const anyEvent = fc.record({
  purpose: fc.constantFrom(...consentPurposes),
  scope: fc.constantFrom(...consentScopes),
  recipientKind: fc.constantFrom('class' as const, 'partner' as const),
  recipient: fc.constantFrom('broker', 'channel', 'par_anna', 'par_ben'),
  decision: fc.constantFrom('granted' as const, 'withdrawn' as const),
});
const anyLog = fc
  .array(anyEvent, { maxLength: 40 })
  .map((events) => events.map((event, index): ConsentEvent => ({ ...event, seq: BigInt(index + 1) })));

test('nothing is allowed that was never granted for this purpose and scope to this partner or its class', () => {
  fc.assert(
    fc.property(anyLog, fc.constantFrom(...consentPurposes), (events, purpose) => {
      for (const scope of consentedScopes(currentConsents(events), { ...anna, purpose })) {
        const granted = events.some(
          (event) =>
            event.decision === 'granted' &&
            event.purpose === purpose &&
            event.scope === scope &&
            [anna.partnerId, anna.partnerTypeCode].includes(event.recipient),
        );
        expect(granted).toBe(true);
      }
    }),
  );
});

test('withdrawing from the class as the last step leaves no partner of it with anything', () => {
  fc.assert(
    fc.property(anyLog, (events) => {
      const withdrawn: ConsentEvent = {
        ...question,
        seq: BigInt(events.length + 1),
        recipientKind: 'class',
        recipient: 'broker',
        decision: 'withdrawn',
      };
      expect(isConsented(currentConsents([...events, withdrawn]), question)).toBe(false);
    }),
  );
});

test('what was taken back since a moment is what is withdrawn now and was decided then or later', () => {
  const at = (minute: number) => new Date(minute * 60_000);
  const dated = (...steps: Parameters<typeof log>) =>
    log(...steps).map((event, index) => ({ ...event, occurredAt: at(index + 1) }));
  const since = at(2);
  expect(withdrawnSince(dated('class-', 'partner+'), since)).toEqual([]);
  expect(withdrawnSince(dated('class+', 'class-'), since)).toMatchObject([{ recipient: 'broker' }]);
  expect(withdrawnSince(dated('class+', 'class-', 'class+'), since)).toEqual([]);
  expect(withdrawnSince(dated('class+', 'partner+', 'partner-'), since)).toMatchObject([
    { recipient: 'par_anna' },
  ]);
});

test('a grant is taken back by a withdrawal from its recipient, or from the kind of partner that it is', () => {
  const [forClass, forPartner] = log('class-', 'partner-') as [ConsentEvent, ConsentEvent];
  expect(isTakenBack(forClass, [forClass], 'broker')).toBe(true);
  expect(isTakenBack(forPartner, [forPartner], 'broker')).toBe(true);
  expect(isTakenBack(forPartner, [forClass], 'broker')).toBe(true);
  expect(isTakenBack(forPartner, [forClass], 'lender')).toBe(false);
  // One partner left out leaves the others of its kind.
  expect(isTakenBack(forClass, [forPartner], 'broker')).toBe(false);
  for (const other of [{ scope: 'budget' }, { purpose: 'introduction' }] as const) {
    expect(isTakenBack({ ...forClass, ...other }, [forClass], 'broker')).toBe(false);
  }
});
