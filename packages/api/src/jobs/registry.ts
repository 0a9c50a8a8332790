import { agreementJobs } from '../domains/agreements/agreements.jobs.ts';
import { auditTasks } from '../domains/audit/audit.jobs.ts';
import { checkoutTasks } from '../domains/checkout/checkout.jobs.ts';
import { commissionJobs, commissionTasks } from '../domains/commissions/commissions.jobs.ts';
import { consultationsJobs, consultationsTasks } from '../domains/consultations/consultations.jobs.ts';
import { dealJobs } from '../domains/deals/deals.jobs.ts';
import { documentTasks } from '../domains/documents/documents.jobs.ts';
import { accountJobs, accountTasks } from '../domains/identity/account/account.jobs.ts';
import { teamJobs } from '../domains/identity/team/team.jobs.ts';
import { importKinds, importTasks } from '../domains/imports/imports.jobs.ts';
import { inboxJobs, inboxTasks } from '../domains/inbox/inbox.jobs.ts';
import { introductionJobs } from '../domains/introductions/introductions.jobs.ts';
import { invitesJobs, invitesTasks } from '../domains/invites/invites.jobs.ts';
import { intakeJobs } from '../domains/leads/intake/intake.jobs.ts';
import { leadJobs } from '../domains/leads/leads.jobs.ts';
import { lookTasks } from '../domains/looks/looks.jobs.ts';
import { partnerGroupJobs, partnerGroupTasks } from '../domains/partner-groups/partner-groups.jobs.ts';
import {
  partnerReferralJobs,
  partnerReferralTasks,
} from '../domains/partner-referrals/partner-referrals.jobs.ts';
import { applicationJobs, applicationTasks } from '../domains/partners/applications/applications.jobs.ts';
import { credentialTasks } from '../domains/partners/credentials/credentials.jobs.ts';
import { partnerJobs } from '../domains/partners/partners.jobs.ts';
import { patientsJobs } from '../domains/patients/patients.jobs.ts';
import { payoutJobs } from '../domains/payouts/payouts.jobs.ts';
import { programsJobs, programsTasks } from '../domains/programs/programs.jobs.ts';
import { rewardsJobs, rewardsTasks } from '../domains/rewards/rewards.jobs.ts';
import type { RunKind } from '../domains/runs/index.ts';
import { sharingJobs, sharingTasks } from '../domains/sharing/sharing.jobs.ts';
import { yearlyCheckTasks } from '../domains/yearly-checks/yearly-checks.jobs.ts';
import { edgeTasks } from '../edge/edge.jobs.ts';
import type { JobHandler, PeriodicTask } from './job.ts';

/** Every reaction to an event, from the domains. */
export const jobHandlers: readonly JobHandler[] = [
  ...accountJobs,
  ...agreementJobs,
  ...teamJobs,
  ...commissionJobs,
  ...dealJobs,
  ...payoutJobs,
  ...intakeJobs,
  ...leadJobs,
  ...applicationJobs,
  ...partnerJobs,
  ...partnerGroupJobs,
  ...partnerReferralJobs,
  ...introductionJobs,
  ...sharingJobs,
  ...invitesJobs,
  ...patientsJobs,
  ...programsJobs,
  ...rewardsJobs,
  ...consultationsJobs,
  ...inboxJobs,
];

/** Everything that time causes. */
export const periodicTasks: readonly PeriodicTask[] = [
  ...accountTasks,
  ...auditTasks,
  ...lookTasks,
  ...commissionTasks,
  ...credentialTasks,
  ...applicationTasks,
  ...partnerGroupTasks,
  ...partnerReferralTasks,
  ...sharingTasks,
  ...invitesTasks,
  ...programsTasks,
  ...rewardsTasks,
  ...consultationsTasks,
  ...checkoutTasks,
  ...documentTasks,
  ...edgeTasks,
  ...inboxTasks,
  ...importTasks,
  ...yearlyCheckTasks,
];

/** Every kind of long work. */
export const runKinds: readonly RunKind[] = importKinds;

/** What a worker knows to do. */
export interface Registry {
  handlers: readonly JobHandler[];
  tasks: readonly PeriodicTask[];
  runs: readonly RunKind[];
}

export const registry: Registry = { handlers: jobHandlers, tasks: periodicTasks, runs: runKinds };
