import type { PeriodicTask } from '../../../jobs/job.ts';
import { warnOfEndingCredentials } from './warn-credentials.ts';

/** Who is told of what becomes of credentials stands in the catalogue of the inbox. */
export const credentialTasks: PeriodicTask[] = [
  { name: 'credentials.warn', everySeconds: 3600, run: warnOfEndingCredentials },
];
