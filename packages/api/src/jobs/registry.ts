import type { JobHandler, PeriodicTask } from './job.ts';

/** Every reaction to an event, from the domains. */
export const jobHandlers: readonly JobHandler[] = [];

/** Everything that time causes. */
export const periodicTasks: readonly PeriodicTask[] = [];

/** What a worker knows to do. */
export interface Registry {
  handlers: readonly JobHandler[];
  tasks: readonly PeriodicTask[];
}

export const registry: Registry = { handlers: jobHandlers, tasks: periodicTasks };
