import { partnerJobs } from '../domains/partners/partners.jobs.ts';
import { sharingJobs, sharingTasks } from '../domains/sharing/sharing.jobs.ts';
import type { JobHandler, PeriodicTask } from './job.ts';

/** Every reaction to an event, from the domains. */
export const jobHandlers: readonly JobHandler[] = [...partnerJobs, ...sharingJobs];

/** Everything that time causes. */
export const periodicTasks: readonly PeriodicTask[] = [...sharingTasks];

/** What a worker knows to do. */
export interface Registry {
  handlers: readonly JobHandler[];
  tasks: readonly PeriodicTask[];
}

export const registry: Registry = { handlers: jobHandlers, tasks: periodicTasks };
