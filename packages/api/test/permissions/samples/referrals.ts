import { nothingAllowed, referralForm, wishes } from '../../given/referrals.ts';
import type { Samples } from './sample.ts';

const toBrokers = {
  purpose: 'lead_sharing',
  recipientKind: 'class',
  recipient: 'broker',
  decision: 'granted',
} as const;

export const referralSamples: Samples = {
  'referrals.form': { input: () => undefined },
  'referrals.submit': {
    input: (cast) => referralForm(cast.own.engagement),
    foreign: (cast) => referralForm(cast.foreign.engagement),
  },
  'referrals.mine': { input: () => ({}) },
  'referrals.mineDetail': {
    input: (cast) => ({ id: cast.own.referral }),
    foreign: (cast) => ({ id: cast.foreign.referral }),
  },
  'referrals.readConfirmation': { input: (cast) => ({ token: cast.tokens.confirm }) },
  'referrals.confirm': { input: (cast) => ({ token: cast.tokens.confirm }) },
  'referrals.optOut': { input: (cast) => ({ token: cast.tokens.confirm }) },
  'referrals.readIntake': { input: (cast) => ({ token: cast.tokens.intake }) },
  'referrals.submitIntake': { input: (cast) => ({ ...wishes, token: cast.tokens.intake }) },
  'referrals.readLink': { input: (cast) => ({ code: cast.own.linkCode }) },
  'referrals.submitByLink': {
    input: (cast) => ({
      ...wishes,
      consents: nothingAllowed,
      code: cast.own.linkCode,
      email: 'friend@cast.test',
    }),
  },
  'referrals.list': { input: () => ({}) },
  'referrals.get': { input: (cast) => ({ id: cast.own.referral }) },
  'referrals.changeStatus': {
    input: (cast) => ({ id: cast.own.referral, to: 'rejected', reason: 'Sample' }),
  },
  'referrals.resendConfirmation': { input: (cast) => ({ id: cast.own.referral }) },

  'links.mine': { input: () => undefined },
  'links.campaigns': { input: () => undefined },
  'links.create': { input: () => ({ campaign: 'Sample', slug: 'sample-link' }) },
  'links.update': {
    input: (cast) => ({ id: cast.own.link, campaign: 'Sample' }),
    foreign: (cast) => ({ id: cast.foreign.link, campaign: 'Sample' }),
  },
  'links.changeSlug': {
    input: (cast) => ({ id: cast.own.link, slug: 'sample-link' }),
    foreign: (cast) => ({ id: cast.foreign.link, slug: 'sample-link' }),
  },
  'links.archive': {
    input: (cast) => ({ id: cast.own.link, archived: true }),
    foreign: (cast) => ({ id: cast.foreign.link, archived: true }),
  },
  'links.ofPartner': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'links.find': { input: (cast) => ({ entry: cast.own.linkCode }) },
  'links.stats': {
    input: (cast) => ({ id: cast.own.link }),
    foreign: (cast) => ({ id: cast.foreign.link }),
  },

  'leads.list': { input: () => ({}) },
  'leads.get': { input: (cast) => ({ id: cast.own.lead }) },
  'leads.create': {
    input: (cast) => ({ region: 'US-MN', currency: 'USD', client: { id: cast.own.client } }),
  },
  'leads.changeStatus': { input: (cast) => ({ id: cast.own.lead, to: 'in_progress' }) },
  'leads.addNote': { input: (cast) => ({ id: cast.own.lead, body: 'Sample' }) },
  'leads.assignMany': { input: (cast) => ({ ids: [cast.own.lead], accountId: cast.colleague }) },
  'leads.loseMany': { input: (cast) => ({ ids: [cast.own.lead], reason: 'No answer' }) },
  'leads.assign': { input: (cast) => ({ id: cast.own.lead, accountId: null }) },
  'leads.assignees': { input: () => undefined },

  'consents.mine': { input: () => undefined },
  'consents.change': {
    input: () => ({ ...toBrokers, scope: 'contact' }),
    // A partner this patient never decided about: no way to find out whether it exists.
    foreign: (cast) => ({
      ...toBrokers,
      scope: 'contact',
      recipientKind: 'partner',
      recipient: cast.foreign.partner,
    }),
  },
  'consents.byLink': { input: (cast) => ({ token: cast.tokens.consent }) },
  'consents.changeByLink': {
    input: (cast) => ({ ...toBrokers, scope: 'contact', token: cast.tokens.consent }),
  },
  'consents.forClient': { input: (cast) => ({ clientId: cast.own.client }) },
  'consents.record': {
    input: (cast) => ({
      ...toBrokers,
      clientId: cast.own.client,
      scopes: ['contact'],
      channel: 'phone',
      evidence: 'Sample call',
    }),
  },
};
