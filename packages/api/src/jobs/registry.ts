import type { JobHandler, PeriodicTask } from './job.ts';

/** Every reaction to an event, from the domains. */
export const jobHandlers: readonly JobHandler[] = [];

/** Everything that time causes. */
export const periodicTasks: readonly PeriodicTask[] = [];

export function handlersFor(type: string): JobHandler[] {
  return jobHandlers.filter((handler) => handler.on.includes(type));
}

export function handlerNamed(name: string): JobHandler | undefined {
  return jobHandlers.find((handler) => handler.name === name);
}
