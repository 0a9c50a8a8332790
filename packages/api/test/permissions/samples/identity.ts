import { PASSWORD } from '../../given/world.ts';
import type { Samples } from './sample.ts';

const secret = 'a'.repeat(32);
const unknownView = `viw_${'0'.repeat(26)}`;
const unknownSession = `ses_${'0'.repeat(26)}`;

export const identitySamples: Samples = {
  'account.requestPasswordReset': { input: () => ({ email: 'nobody@cast.test' }) },
  'account.readPasswordReset': { input: (cast) => ({ token: cast.tokens.reset }) },
  'account.resetPassword': { input: () => ({ token: secret, password: 'a better password' }) },
  'account.overview': { input: () => undefined },
  'account.changePassword': { input: () => ({ current: 'not the password', password: 'a better password' }) },
  'account.confirmIdentity': { input: () => ({ password: 'not the password' }) },
  'account.endSession': {
    input: () => ({ id: unknownSession }),
    foreign: (cast) => ({ id: cast.foreign.session }),
  },
  'account.signOutEverywhere': { input: () => undefined },
  'account.requestEmailChange': { input: () => ({ email: 'elsewhere@cast.test' }) },
  'account.readEmailChange': { input: () => ({ token: secret }) },
  'account.confirmEmailChange': { input: () => ({ token: secret }) },
  'account.renewRecoveryCodes': { input: () => undefined },
  'account.useRecoveryCode': { input: () => ({ code: 'aaaaa-aaaaa' }) },
  'account.secondFactors': { input: () => undefined },
  'account.startPasskeyCheck': { input: () => undefined },
  'account.usePasskey': {
    input: () => ({
      credential: {
        id: 'AA',
        rawId: 'AA',
        type: 'public-key',
        response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
      },
    }),
  },
  'account.startPasskey': { input: () => undefined },
  'account.addPasskey': {
    input: () => ({
      name: 'Phone',
      credential: {
        id: 'AA',
        rawId: 'AA',
        type: 'public-key',
        response: { clientDataJSON: 'AA', attestationObject: 'AA' },
      },
    }),
  },
  'account.removePasskey': {
    input: () => ({ id: `psk_${'0'.repeat(26)}` }),
    foreign: (cast) => ({ id: cast.foreign.passkey }),
  },
  'account.turnTotpOff': { input: () => undefined },
  'staff.list': { input: () => undefined },
  'staff.signIns': { input: (cast) => ({ accountId: cast.colleague }) },
  'staff.invitations': { input: () => undefined },
  'staff.invite': { input: () => ({ name: 'New', email: 'new@cast.test', role: 'finance' }) },
  'staff.resendInvitation': { input: (cast) => ({ id: cast.staffInvitation }) },
  'staff.revokeInvitation': { input: (cast) => ({ id: cast.staffInvitation }) },
  'staff.changeRole': { input: (cast) => ({ accountId: cast.colleague, role: 'finance' }) },
  'staff.disable': { input: (cast) => ({ accountId: cast.colleague }) },
  'staff.enable': { input: (cast) => ({ accountId: cast.colleague }) },
  'team.invitations': { input: () => undefined },
  'team.invite': { input: () => ({ name: 'New', email: 'new@cast.test', role: 'member' }) },
  'team.resendInvitation': {
    input: (cast) => ({ id: cast.own.invitation }),
    foreign: (cast) => ({ id: cast.foreign.invitation }),
  },
  'team.revokeInvitation': {
    input: (cast) => ({ id: cast.own.invitation }),
    foreign: (cast) => ({ id: cast.foreign.invitation }),
  },
  'team.changeRole': {
    input: (cast) => ({ accountId: cast.own.memberAccount, role: 'owner' }),
    foreign: (cast) => ({ accountId: cast.foreign.memberAccount, role: 'owner' }),
  },
  'team.remove': {
    input: (cast) => ({ accountId: cast.own.memberAccount }),
    foreign: (cast) => ({ accountId: cast.foreign.memberAccount }),
  },
  'joining.read': { input: () => ({ token: secret }) },
  'joining.accept': { input: () => ({ token: secret, name: 'New', password: 'a better password' }) },
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
  'organisation.update': {
    input: () => ({
      name: 'Quay Clinic',
      timeZone: 'UTC',
      currency: 'USD',
      patientWord: 'client',
      postalAddress: '2 Pier Road',
    }),
  },
  'organisation.readSetup': { input: (cast) => ({ token: cast.tokens.setup }) },
  'organisation.finishSetup': {
    input: (cast) => ({
      token: cast.tokens.setup,
      name: 'Quay Clinic',
      timeZone: 'UTC',
      currency: 'USD',
      patientWord: 'client',
      postalAddress: '2 Pier Road',
      adminName: 'Ana Lim',
      adminEmail: 'ana@quay.test',
      password: PASSWORD,
    }),
  },
  'views.list': { input: () => ({ list: 'partners' }) },
  'views.save': { input: () => ({ list: 'partners', name: 'Active', query: { status: 'active' } }) },
  'views.rename': {
    input: () => ({ id: unknownView, name: 'Other' }),
    foreign: () => ({ id: unknownView, name: 'O' }),
  },
  'views.setDefault': {
    input: () => ({ id: unknownView, isDefault: true }),
    foreign: () => ({ id: unknownView, isDefault: true }),
  },
  'views.remove': { input: () => ({ id: unknownView }), foreign: () => ({ id: unknownView }) },
  'views.setDensity': { input: () => ({ density: 'compact' }) },
  'messages.list': { input: () => ({}) },
  'messages.get': { input: (cast) => ({ id: cast.message }) },
};
