import type { PeriodicTask } from '../../jobs/job.ts';
import { beginChecks } from './keep-checks.ts';

export const yearlyCheckTasks: PeriodicTask[] = [
  { name: 'yearly-checks.begin', everySeconds: 3600, run: (ctx) => beginChecks(ctx) },
];
