import { PASSWORD } from '../../given/world.ts';
import type { Samples } from './sample.ts';

const noSuchToken = '0'.repeat(32);

const program = {
  name: 'Spring',
  description: 'For spring',
  programType: 'seasonal',
  currency: 'USD',
  referrerRewardKind: 'credit',
  referrerAmountMinor: 1000n,
  friendRewardKind: 'free_consultation',
  rewardThreshold: 1,
  inviteExpiryDays: 30,
  rewardExpiryDays: 90,
  holdDays: 0,
  healthProgram: false,
  jurisdictions: ['US'],
  blockedPayers: ['none'],
};

export const friendSamples: Samples = {
  'apiKeys.list': { input: () => undefined },
  'apiKeys.create': { input: () => ({ name: 'Clinic', scopes: ['events:write'] }) },
  'apiKeys.revoke': { input: (cast) => ({ id: cast.program.replace(/^prg/, 'key') }) },
  'invites.home': { input: () => undefined },
  'invites.mine': { input: () => ({}) },
  'invites.mineDetail': {
    input: (cast) => ({ id: cast.own.invite }),
    foreign: (cast) => ({ id: cast.foreign.invite }),
  },
  'invites.create': {
    input: (cast) => ({ programId: cast.program, channel: 'whatsapp', label: 'Sara' }),
    foreign: (cast) => ({ programId: cast.program.replace(/.$/, 'z'), channel: 'whatsapp' }),
  },
  'invites.createLink': {
    input: (cast) => ({ programId: cast.program }),
    foreign: (cast) => ({ programId: cast.program.replace(/.$/, 'z') }),
  },
  'invites.readDecline': { input: () => ({ token: noSuchToken }) },
  'invites.decline': { input: () => ({ token: noSuchToken }) },
  'invites.list': { input: () => ({}) },
  'invites.get': { input: (cast) => ({ id: cast.own.invite }) },
  'invites.disqualify': { input: (cast) => ({ id: cast.own.invite, reason: 'Same household' }) },
  'patients.register': {
    input: () => ({ name: 'Nora', email: 'nora@cast.test', password: PASSWORD }),
  },
  'patients.verifyEmail': { input: (cast) => ({ token: cast.tokens.verify, password: 'a long password' }) },
  'programs.list': { input: () => ({}) },
  'programs.get': { input: (cast) => ({ id: cast.program }) },
  'programs.create': { input: () => program },
  'programs.update': { input: (cast) => ({ ...program, id: cast.program }) },
  'programs.review': { input: (cast) => ({ id: cast.program, evidence: 'Read by counsel' }) },
  'programs.changeStatus': { input: (cast) => ({ id: cast.program, to: 'paused' }) },
  'programs.active': { input: () => undefined },
  'programs.offer': { input: (cast) => ({ code: cast.own.patientCode }) },
  'rewards.wallet': { input: () => undefined },
  'rewards.list': { input: () => ({}) },
  'rewards.approve': { input: (cast) => ({ ids: [cast.own.reward] }) },
  'rewards.hold': { input: (cast) => ({ id: cast.own.reward, reason: 'Same device' }) },
  'rewards.release': { input: (cast) => ({ id: cast.own.reward }) },
  'rewards.cancel': { input: (cast) => ({ id: cast.own.reward, reason: 'Refunded' }) },
};
