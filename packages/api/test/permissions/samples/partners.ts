import type { Samples } from './sample.ts';

const partner = { contactName: 'Sam', email: 'sam@cast.test', partnerTypeCode: 'affiliate', regions: ['US'] };
const draft = {
  companyName: 'Sample',
  contactName: '',
  email: '',
  phone: '',
  website: '',
  partnerTypeCode: '',
  regions: [],
  about: '',
  country: '',
  answers: {},
};
const secret = 'a'.repeat(32);
const unknownImport = `imp_${'0'.repeat(26)}`;
const unknownRun = `run_${'0'.repeat(26)}`;
const unknownAgreement = `agr_${'0'.repeat(26)}`;
const unknownCredential = `crd_${'0'.repeat(26)}`;

const change = (engagementId: string) => ({ engagementId, version: 1, reason: 'Sample' });

export const partnerSamples: Samples = {
  'applications.submit': { input: () => ({ ...partner, companyName: 'Sample' }) },
  'applications.form': { input: () => undefined },
  'applications.draft': { input: () => undefined },
  'applications.saveDraft': { input: () => draft },
  'applications.discardDraft': { input: () => undefined },
  'applications.mailDraft': { input: () => ({ email: 'draft@cast.test' }) },
  'applications.readDraftLink': { input: () => ({ token: secret }) },
  'applications.continueDraft': { input: () => ({ token: secret }) },
  'applications.attach': {
    input: () => ({ file: { fileName: 'a.pdf', contentBase64: Buffer.from('%PDF-1').toString('base64') } }),
  },
  'applications.detach': { input: () => ({ id: `doc_${'0'.repeat(26)}` }) },
  'applications.readConfirmation': { input: () => ({ token: secret }) },
  'applications.confirm': { input: () => ({ token: secret }) },
  'applications.typeQuestions': { input: () => ({ partnerTypeCode: 'broker' }) },
  'applications.saveTypeQuestions': {
    input: () => ({ partnerTypeCode: 'broker', basedOn: '', questions: [] }),
  },
  'applications.rules': { input: () => undefined },
  'applications.changeRule': {
    input: () => ({ code: 'free_email', enabled: true, recommendation: 'look_closer' }),
  },
  'landing.list': { input: () => undefined },
  'landing.read': { input: () => ({ type: 'broker', region: 'AE' }) },
  'landing.onePager': { input: () => ({ type: 'broker', region: 'AE' }) },
  'partners.findDuplicates': { input: () => ({ name: 'Sample' }) },
  'applications.list': { input: () => ({}) },
  'applications.get': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'applications.approve': { input: (cast) => ({ partnerId: cast.own.partner }) },
  'applications.reject': { input: (cast) => ({ partnerId: cast.own.partner, reason: 'Sample' }) },
  'documents.download': {
    input: (cast) => ({ id: cast.own.document }),
    foreign: (cast) => ({ id: cast.foreign.document }),
  },
  'invitations.read': { input: (cast) => ({ token: cast.tokens.invitation }) },
  'invitations.accept': { input: () => ({ token: secret, name: 'Sam', password: 'correct horse' }) },
  'partners.list': { input: () => ({}) },
  'partners.get': { input: (cast) => ({ id: cast.own.partner }) },
  'partners.invite': { input: () => ({ ...partner, name: 'Sample' }) },
  'partners.resendInvitation': { input: (cast) => ({ id: cast.own.partner }) },
  'partners.invitations': { input: () => undefined },
  'partners.revokeInvitation': { input: (cast) => ({ id: cast.own.partner }) },
  'looks.open': { input: (cast) => ({ partnerId: cast.own.partner, reason: 'Sample' }) },
  'looks.offer': { input: () => ({ token: secret }) },
  'looks.enter': { input: () => ({ token: secret }) },
  'looks.noteExport': { input: () => ({ list: 'leads' }) },
  'looks.leave': { input: () => undefined },
  'looks.mine': { input: () => undefined },
  'partners.update': { input: (cast) => ({ id: cast.own.partner, city: 'Saint Paul' }) },
  'partners.changeStatus': { input: (cast) => ({ id: cast.own.partner, to: 'inactive', reason: 'Sample' }) },
  'partners.delete': { input: (cast) => ({ id: cast.own.partner, reason: 'Sample' }) },
  'partners.changeStatusOfMany': {
    input: (cast) => ({ ids: [cast.own.partner], to: 'inactive', reason: 'Sample' }),
  },
  'partners.setOwner': { input: (cast) => ({ ids: [cast.own.partner], accountId: cast.colleague }) },
  'partners.write': {
    // The text is kept in a transaction of its own, which the matrix takes back: no partner is reached.
    input: () => ({
      ids: [`par_${'0'.repeat(26)}`],
      subject: 'Opening hours',
      body: 'We close early on Friday.',
      key: '00000000-0000-4000-8000-000000000001',
    }),
  },
  'partners.previewMail': {
    input: (cast) => ({ partnerId: cast.own.partner, subject: 'Opening hours', body: 'We close early.' }),
  },
  'partners.addEngagement': {
    input: (cast) => ({ partnerId: cast.own.partner, partnerTypeCode: 'lender', regions: ['US-MN'] }),
  },
  'partners.updateTerms': {
    input: (cast) => ({ ...change(cast.own.engagement), name: 'Sample', terms: null }),
  },
  'partners.overrideTerms': {
    input: (cast) => ({ ...change(cast.own.engagement), name: 'Sample', terms: null }),
  },
  'partners.changeRegions': {
    input: (cast) => ({ ...change(cast.own.engagement), regions: ['US-MN'] }),
  },
  'partners.endEngagement': { input: (cast) => change(cast.own.engagement) },
  'partners.addCredential': {
    input: (cast) => ({
      partnerId: cast.own.partner,
      kind: 'state_licence',
      number: 'S-1',
      authority: 'State',
      region: 'US-MN',
      expiresAt: new Date('2030-01-01'),
    }),
  },
  'partners.verifyCredential': { input: () => ({ credentialId: unknownCredential }) },
  'agreements.list': { input: () => undefined },
  'agreements.get': { input: (cast) => ({ id: cast.agreement }) },
  'agreements.copy': {
    input: (cast) => ({ partnerId: cast.own.partner, agreementId: cast.agreement }),
  },
  'agreements.saveDraft': {
    input: () => ({ title: 'Sample', body: 'Sample', partnerTypeCodes: [], basedOn: null }),
  },
  'agreements.discardDraft': { input: () => ({ id: unknownAgreement }) },
  'agreements.publish': {
    input: () => ({ id: unknownAgreement, hash: 'x', countsFrom: new Date('2030-01-01'), graceDays: 14 }),
  },
  'credentials.list': { input: () => ({}) },
  'credentials.refuse': { input: () => ({ credentialId: unknownCredential, reason: 'Sample' }) },
  'credentials.attach': {
    input: () => ({
      credentialId: unknownCredential,
      file: { fileName: 'a.pdf', contentBase64: Buffer.from('%PDF-1').toString('base64') },
    }),
  },
  'credentials.add': {
    input: () => ({
      kind: 'state_licence',
      number: 'S-2',
      authority: 'State',
      region: 'US-MN',
      expiresAt: new Date('2030-01-01'),
    }),
  },
  'onboarding.standing': { input: () => undefined },
  'onboarding.agreementCopy': { input: (cast) => ({ agreementId: cast.agreement }) },
  'onboarding.state': { input: () => undefined },
  'onboarding.acceptAgreement': { input: (cast) => ({ agreementId: cast.agreement }) },
  'portalProfile.get': { input: () => undefined },
  'portalProfile.update': { input: () => ({ contactName: 'Sam', capacity: 5 }) },
  'portalProfile.members': { input: () => undefined },
  'imports.list': { input: () => ({}) },
  'imports.get': { input: () => ({ id: unknownImport }) },
  'imports.upload': {
    input: () => ({
      fileName: 'sample.csv',
      contentBase64: Buffer.from('Name\nSample\n').toString('base64'),
    }),
  },
  'imports.check': { input: () => ({ id: unknownImport, source: 'sample', mapping: { name: 'Name' } }) },
  'imports.start': { input: () => ({ id: unknownImport }) },
  'partners.exportPage': { input: () => ({}) },
  'runs.list': { input: () => ({}) },
  'runs.get': { input: ({ run }) => ({ id: run }) },
  'runs.rows': { input: ({ run }) => ({ runId: run }) },
  'runs.cancel': { input: () => ({ id: unknownRun }) },
  'coverage.list': { input: () => ({ country: 'US' }) },
  'coverage.set': {
    input: () => ({ region: 'US-MN', partnerTypeCode: 'lender', status: 'coming_soon' }),
  },
  'coverage.check': { input: () => ({ region: 'US-MN' }) },
};
