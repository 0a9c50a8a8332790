import { agreementsRouter } from './domains/agreements/agreements.router.ts';
import { apiKeysRouter } from './domains/api-keys/api-keys.router.ts';
import { auditRouter } from './domains/audit/audit.router.ts';
import { careRouter } from './domains/care/care.router.ts';
import { catalogueRouter } from './domains/catalogue/catalogue.router.ts';
import { commissionsRouter } from './domains/commissions/commissions.router.ts';
import { complaintsRouter } from './domains/complaints/complaints.router.ts';
import { consentsRouter } from './domains/consent/consent.router.ts';
import { coverageRouter } from './domains/coverage/coverage.router.ts';
import { dealsRouter } from './domains/deals/deals.router.ts';
import { documentsRouter } from './domains/documents/documents.router.ts';
import { homeRouter } from './domains/home/home.router.ts';
import { accountRouter } from './domains/identity/account/account.router.ts';
import { identityRouter } from './domains/identity/identity.router.ts';
import { joiningRouter, staffRouter, teamRouter } from './domains/identity/team/team.router.ts';
import { importsRouter } from './domains/imports/imports.router.ts';
import { inboxRouter } from './domains/inbox/inbox.router.ts';
import {
  groupsRouter,
  introductionsRouter,
  requestsRouter,
} from './domains/introductions/introductions.router.ts';
import { invitesRouter } from './domains/invites/invites.router.ts';
import { jobsRouter } from './domains/jobs/jobs.router.ts';
import { landingRouter } from './domains/landing/landing.router.ts';
import { intakeProcedures } from './domains/leads/intake/intake.router.ts';
import { leadsRouter } from './domains/leads/leads.router.ts';
import { ledgerRouter } from './domains/ledger/ledger.router.ts';
import { linksRouter } from './domains/links/links.router.ts';
import { liveRouter } from './domains/live/live.router.ts';
import { looksRouter } from './domains/looks/looks.router.ts';
import { messagesRouter } from './domains/notifications/notifications.router.ts';
import { organisationRouter } from './domains/organisation/organisation.router.ts';
import { partnerGroupsRouter } from './domains/partner-groups/partner-groups.router.ts';
import { partnerReferralProcedures } from './domains/partner-referrals/partner-referrals.router.ts';
import { applicationsRouter } from './domains/partners/applications/applications.router.ts';
import { credentialsRouter } from './domains/partners/credentials/credentials.router.ts';
import {
  invitationsRouter,
  onboardingRouter,
  portalProfileRouter,
} from './domains/partners/onboarding/onboarding.router.ts';
import { partnersRouter } from './domains/partners/partners.router.ts';
import { patientsRouter } from './domains/patients/patients.router.ts';
import { payoutsRouter } from './domains/payouts/payouts.router.ts';
import { portalRouter } from './domains/portal/portal.router.ts';
import { programsRouter } from './domains/programs/programs.router.ts';
import { rewardsRouter } from './domains/rewards/rewards.router.ts';
import { runsRouter } from './domains/runs/runs.router.ts';
import { scorecardsRouter } from './domains/scorecards/scorecards.router.ts';
import { sharesRouter } from './domains/sharing/sharing.router.ts';
import { viewsRouter } from './domains/views/views.router.ts';
import { yearlyChecksRouter } from './domains/yearly-checks/yearly-checks.router.ts';
import { createCallerFactory, router } from './trpc/trpc.ts';

/** Every procedure of the platform, by domain. */
export const appRouter = router({
  organisation: organisationRouter,
  account: accountRouter,
  agreements: agreementsRouter,
  applications: applicationsRouter,
  audit: auditRouter,
  care: careRouter,
  catalogue: catalogueRouter,
  commissions: commissionsRouter,
  complaints: complaintsRouter,
  consents: consentsRouter,
  coverage: coverageRouter,
  credentials: credentialsRouter,
  deals: dealsRouter,
  documents: documentsRouter,
  home: homeRouter,
  identity: identityRouter,
  inbox: inboxRouter,
  invitations: invitationsRouter,
  jobs: jobsRouter,
  joining: joiningRouter,
  landing: landingRouter,
  leads: leadsRouter,
  ledger: ledgerRouter,
  links: linksRouter,
  live: liveRouter,
  looks: looksRouter,
  messages: messagesRouter,
  onboarding: onboardingRouter,
  partnerGroups: partnerGroupsRouter,
  partners: partnersRouter,
  payouts: payoutsRouter,
  portal: portalRouter,
  portalProfile: portalProfileRouter,
  referrals: router({ ...partnerReferralProcedures, ...intakeProcedures }),
  runs: runsRouter,
  scorecards: scorecardsRouter,
  shares: sharesRouter,
  imports: importsRouter,
  staff: staffRouter,
  team: teamRouter,
  apiKeys: apiKeysRouter,
  invites: invitesRouter,
  patients: patientsRouter,
  programs: programsRouter,
  rewards: rewardsRouter,
  groups: groupsRouter,
  introductions: introductionsRouter,
  requests: requestsRouter,
  views: viewsRouter,
  yearlyChecks: yearlyChecksRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
