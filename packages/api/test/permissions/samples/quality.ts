import type { Samples } from './sample.ts';

const check = `ych_${'0'.repeat(26)}`;

export const qualitySamples: Samples = {
  'complaints.list': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'complaints.leadsToName': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'complaints.record': {
    input: (cast) => ({
      partnerId: cast.own.partner,
      complainant: 'client',
      category: 'conduct',
      severity: 'low',
      body: 'Sample',
      receivedAt: new Date('2026-03-01'),
    }),
  },
  'complaints.resolve': {
    input: () => ({ id: `cmp_${'0'.repeat(26)}`, outcome: 'unfounded', resolution: 'Sample' }),
  },
  'scorecards.ofPartner': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'scorecards.list': { input: () => ({ sort: 'response' }) },
  'yearlyChecks.ofPartner': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'yearlyChecks.list': { input: () => ({}) },
  'yearlyChecks.answer': { input: () => ({ id: check, key: 'marketing_reviewed', answer: 'fine' }) },
  'yearlyChecks.close': { input: () => ({ id: check }) },
};
