import type { Sample, Samples } from './sample.ts';

const reason = 'Sample';
const noInput: Sample = { input: () => undefined };
const filter: Sample = { input: () => ({}) };
const commission: Sample = { input: (cast) => ({ id: cast.own.commission }) };
const commissionWithReason: Sample = { input: (cast) => ({ id: cast.own.commission, reason }) };
const payout: Sample = { input: (cast) => ({ payoutId: cast.own.payout }) };

export const moneySamples: Samples = {
  'deals.list': filter,
  'deals.get': { input: (cast) => ({ id: cast.own.deal }) },
  'deals.report': {
    input: (cast) => ({
      leadId: cast.own.lead,
      valueMinor: 100_000n,
      currency: 'USD',
      closedAt: new Date('2026-03-01'),
    }),
  },
  'deals.verify': { input: (cast) => ({ id: cast.own.deal }) },
  'deals.refuse': { input: (cast) => ({ id: cast.own.deal, reason }) },
  'deals.reverse': { input: (cast) => ({ id: cast.own.deal, reason }) },
  'commissions.list': filter,
  'commissions.get': commission,
  'commissions.approve': { input: (cast) => ({ ids: [cast.own.commission] }) },
  'commissions.confirm': commissionWithReason,
  'commissions.hold': commissionWithReason,
  'commissions.release': commission,
  'commissions.cancel': commissionWithReason,
  'commissions.invoice': commission,
  'commissions.settle': commission,
  'commissions.writeOff': commissionWithReason,
  'commissions.mine': filter,
  'commissions.mineDetail': {
    input: (cast) => ({ id: cast.own.commission }),
    foreign: (cast) => ({ id: cast.foreign.commission }),
  },
  'commissions.summary': noInput,
  'payouts.batches': filter,
  'payouts.batch': { input: (cast) => ({ id: cast.batch }) },
  'payouts.create': { input: () => ({ name: 'Sample' }) },
  'payouts.approve': { input: (cast) => ({ id: cast.batch }) },
  'payouts.markSent': payout,
  'payouts.markPaid': { input: (cast) => ({ payoutId: cast.own.payout, reference: 'BANK-1' }) },
  'payouts.markFailed': { input: (cast) => ({ payoutId: cast.own.payout, reason }) },
  'payouts.mine': filter,
  'ledger.trialBalance': noInput,
  'ledger.transactions': filter,
};
