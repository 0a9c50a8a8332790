/** Browser-safe parts: words, machines and form shapes. Nothing here reaches the database. */
export * from '@goodword/db/vocabulary';
export { default as superjson } from 'superjson';
export { allows, type Permission } from './auth/permissions.ts';
export * from './domains/agreements/agreements.schema.ts';
export * from './domains/api-keys/api-keys.schema.ts';
export * from './domains/catalogue/catalogue.schema.ts';
export * from './domains/commissions/commissions.schema.ts';
export { type WorkedExample, workExamples } from './domains/commissions/example.ts';
export * from './domains/consent/consent.schema.ts';
export * from './domains/coverage/coverage.schema.ts';
export * from './domains/deals/deals.schema.ts';
export * from './domains/documents/documents.schema.ts';
export * from './domains/identity/account/account.schema.ts';
export * from './domains/identity/identity.schema.ts';
export * from './domains/identity/team/team.schema.ts';
export * from './domains/imports/import.ts';
export * from './domains/imports/imports.schema.ts';
export * from './domains/inbox/inbox.schema.ts';
export * from './domains/introductions/introductions.schema.ts';
export * from './domains/invites/invites.schema.ts';
export * from './domains/leads/intake/intake.schema.ts';
export * from './domains/leads/leads.schema.ts';
export * from './domains/ledger/ledger.schema.ts';
export * from './domains/links/links.schema.ts';
export * from './domains/live/live.schema.ts';
export * from './domains/live/live.ts';
export * from './domains/organisation/organisation.schema.ts';
export * from './domains/partner-referrals/partner-referrals.schema.ts';
export * from './domains/partners/applications/applications.schema.ts';
export {
  type Answers,
  questionsFor,
  unanswered,
} from './domains/partners/applications/questions.ts';
export * from './domains/partners/duplicates/duplicates.schema.ts';
export * from './domains/partners/onboarding/onboarding.schema.ts';
export * from './domains/partners/partner-fields.schema.ts';
export * from './domains/partners/partners.schema.ts';
export * from './domains/partners/writing/writing.schema.ts';
export * from './domains/patients/patients.schema.ts';
export * from './domains/payouts/payouts.schema.ts';
export * from './domains/portal/portal.schema.ts';
export * from './domains/programs/program.ts';
export * from './domains/programs/programs.schema.ts';
export * from './domains/programs/summary.ts';
export * from './domains/rewards/rewards.schema.ts';
export * from './domains/runs/runs.schema.ts';
export * from './domains/sharing/sharing.schema.ts';
export { describeTerms, settleTerms, type Terms } from './domains/terms/terms.ts';
export * from './domains/views/views.schema.ts';
export * from './shared/accent.ts';
export type { AgreementBlock, AgreementSpan } from './shared/agreement-shapes.ts';
export { MOST_CALLS_PER_REQUEST } from './shared/batch.ts';
export * from './shared/consent-shapes.ts';
export * from './shared/document-shapes.ts';
export * from './shared/fields.ts';
export { anyRegionCovers, regionName, usStates } from './shared/regions.ts';
export * from './shared/terms-shapes.ts';
