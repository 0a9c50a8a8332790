import type { Samples } from './sample.ts';

const type = {
  name: 'Sample',
  description: 'Sample',
  incentive: 'Sample',
  regions: [],
  terms: { direction: 'none', formula: 'none', base: 'none', trigger: 'none' },
  rateMinBps: null,
  rateMaxBps: null,
  rateRanges: [],
  defaultTicks: [],
  contactOpensAt: 'accepted',
  ceiling: [],
  hidesProperty: false,
  credentials: [],
  regulated: false,
  formFields: [],
};

export const catalogueSamples: Samples = {
  'catalogue.list': { input: () => undefined },
  'catalogue.get': { input: () => ({ code: 'lender' }) },
  'catalogue.create': { input: () => ({ ...type, code: 'sample' }) },
  'catalogue.update': { input: () => ({ ...type, code: 'title', version: 1, reason: 'Sample' }) },
  'catalogue.retire': { input: () => ({ code: 'cpa', version: 1, retired: true, reason: 'Sample' }) },
  'catalogue.decideLaw': {
    input: () => ({
      code: 'lender',
      region: 'US-MN',
      reviewerName: 'Sample',
      legalBasis: 'Sample',
      evidence: 'Sample',
      validFrom: new Date('2027-01-01'),
      validUntil: new Date('2028-01-01'),
    }),
  },
  'catalogue.withdrawLaw': { input: () => ({ decisionId: `law_${'0'.repeat(26)}`, reason: 'Sample' }) },
};
