import { PASSWORD } from '../../given/world.ts';
import type { Samples } from './sample.ts';

export const identitySamples: Samples = {
  'identity.signIn': { input: () => ({ email: 'nobody@cast.test', password: PASSWORD }) },
  'identity.signOut': { input: () => undefined },
  'identity.me': { input: () => undefined },
  'identity.organisation': { input: () => undefined },
  'identity.confirmCode': { input: () => ({ code: '000000' }) },
  'identity.startTotpEnrolment': { input: () => undefined },
  'identity.finishTotpEnrolment': { input: () => ({ code: '000000' }) },
  'identity.setTwoFactorPolicy': { input: () => ({ policy: 'optional' }) },
  'catalogue.partnerTypes': { input: () => undefined },
  'audit.list': { input: () => ({}) },
  'audit.verify': { input: () => undefined },
  'home.summary': { input: () => undefined },
  'jobs.overview': { input: () => undefined },
  'jobs.retry': { input: () => ({ id: '00000000-0000-4000-8000-000000000000' }) },
  'messages.list': { input: () => ({}) },
  'messages.get': { input: (cast) => ({ id: cast.message }) },
};
