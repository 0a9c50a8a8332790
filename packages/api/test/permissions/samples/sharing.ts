import type { Cast } from '../cast.ts';
import type { Samples } from './sample.ts';

const share = {
  input: (cast: Cast) => ({ id: cast.own.share }),
  foreign: (cast: Cast) => ({ id: cast.foreign.share }),
};
const reason = 'Not our region';
const givenUp = {
  input: (cast: Cast) => ({ id: cast.own.share, reason }),
  foreign: (cast: Cast) => ({ id: cast.foreign.share, reason }),
};
const newShare = (cast: Cast) => ({
  leadId: cast.own.lead,
  partnerId: cast.own.partner,
  engagementId: cast.own.engagement,
  ticks: { contact: false, budget: true, requirements: false },
});
const introduction = {
  input: (cast: Cast) => ({ id: cast.own.introduction }),
  foreign: (cast: Cast) => ({ id: cast.foreign.introduction }),
};
const request = {
  input: (cast: Cast) => ({ id: cast.own.request }),
  foreign: (cast: Cast) => ({ id: cast.foreign.request }),
};
const newRequest = (groupId: string) => ({
  groupId,
  partnerTypeCode: 'attorney',
  region: 'US-MN',
  groupSize: 2,
  timeline: 'now',
  specificNeed: 'Agreement review',
  consentScopes: ['contact'],
});

export const sharingSamples: Samples = {
  'shares.candidates': { input: (cast) => ({ leadId: cast.own.lead }) },
  'shares.preview': { input: newShare },
  'shares.create': { input: newShare },
  'shares.withdraw': { input: (cast) => ({ id: cast.own.share, reason }) },
  'shares.forLead': { input: (cast) => ({ leadId: cast.own.lead }) },
  'shares.mine': { input: () => ({}) },
  'shares.mineDetail': share,
  'shares.accept': share,
  'shares.start': share,
  'shares.reject': givenUp,
  'shares.return': givenUp,
  'shares.close': {
    input: (cast) => ({ id: cast.own.share, outcome: 'lost' }),
    foreign: (cast) => ({ id: cast.foreign.share, outcome: 'lost' }),
  },
  'shares.csv': { input: () => ({}) },
  'portal.home': { input: () => undefined },
  'groups.mine': { input: () => undefined },
  'groups.create': { input: () => ({ name: 'Our house', members: ['Somebody'] }) },
  'requests.mine': { input: () => ({}) },
  'requests.mineDetail': request,
  'requests.create': {
    input: (cast) => newRequest(cast.own.group),
    foreign: (cast) => newRequest(cast.foreign.group),
  },
  'requests.cancel': request,
  'requests.list': { input: () => ({}) },
  'requests.get': request,
  'requests.candidates': { input: (cast) => ({ requestId: cast.own.request }) },
  'requests.match': {
    input: (cast) => ({ requestId: cast.own.request, engagementId: cast.own.engagement }),
  },
  'requests.sendIntroduction': { input: (cast) => ({ introductionId: cast.own.introduction }) },
  'requests.decline': { input: (cast) => ({ introductionId: cast.own.introduction, reason }) },
  'requests.recordOutcome': {
    input: (cast) => ({ introductionId: cast.own.introduction, outcome: 'engaged' }),
  },
  'requests.markUnfulfilled': { input: (cast) => ({ requestId: cast.own.request, reason }) },
  'introductions.mine': { input: () => ({}) },
  'introductions.mineDetail': introduction,
  'introductions.connect': introduction,
  'introductions.decline': {
    input: (cast) => ({ id: cast.own.introduction, reason }),
    foreign: (cast) => ({ id: cast.foreign.introduction, reason }),
  },
};
