import type { Samples } from './sample.ts';

const unknown = `pgr_${'0'.repeat(26)}`;
const group = { name: 'Sample', description: 'Sample', rank: 7 };
const rule = {
  measure: 'verified_deals',
  threshold: 10n,
  currency: null,
  windowDays: 90,
  fromGroupId: null,
};
const terms = { id: unknown, version: 1, partnerTypeCode: 'broker', terms: null, reason: 'Sample' };

export const partnerGroupSamples: Samples = {
  'partnerGroups.list': { input: () => undefined },
  'partnerGroups.get': { input: () => ({ id: unknown }) },
  'partnerGroups.moves': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'partnerGroups.create': { input: () => ({ ...group, partnerTypeCode: null }) },
  'partnerGroups.update': { input: () => ({ ...group, id: unknown, version: 1 }) },
  'partnerGroups.close': { input: () => ({ id: unknown, version: 1, reason: 'Sample' }) },
  'partnerGroups.setTerms': { input: () => terms },
  'partnerGroups.overrideTerms': { input: () => terms },
  'partnerGroups.previewRule': { input: () => ({ ...rule, threshold: '10', id: unknown }) },
  'partnerGroups.setRule': { input: () => ({ ...rule, id: unknown, version: 1, enabled: true }) },
  'partnerGroups.move': {
    input: (cast) => ({ ids: [cast.own.partner], groupId: null, reason: 'Sample' }),
  },
  'partnerGroups.reverse': { input: () => ({ moveId: `pgm_${'0'.repeat(26)}`, reason: 'Sample' }) },
};
