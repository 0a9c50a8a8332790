import type { Samples } from './sample.ts';

const unknown = `tpt_${'0'.repeat(26)}`;
const heldAt = new Date('2026-03-01T09:00:00Z');

export const careSamples: Samples = {
  'care.due': { input: () => ({}) },
  'care.list': { input: () => ({}) },
  'care.ofPartner': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'care.record': { input: (cast) => ({ partnerId: cast.own.partner, kind: 'call', heldAt }) },
  'care.update': { input: () => ({ id: unknown, kind: 'call', heldAt }) },
  'care.complete': { input: () => ({ id: unknown }) },
  'care.cancel': { input: () => ({ id: unknown, reason: 'Sample' }) },
  'care.rules': { input: () => undefined },
  'care.setRule': {
    input: () => ({ partnerTypeCode: 'banker', cadenceDays: 90, giftLimitMinor: 0n, currency: 'SGD' }),
  },
  'care.file': { input: () => ({ id: unknown }) },
  'care.calendar': { input: () => undefined },
  'care.openCalendar': { input: () => undefined },
  'care.closeCalendar': { input: () => undefined },
  'care.feed': { input: () => ({ secret: 'a'.repeat(32) }) },
};
