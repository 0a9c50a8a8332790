import type { PeriodicTask } from '../../jobs/job.ts';
import { forgetImports } from './forget-imports.ts';

export { importKinds } from './import-kinds.ts';

export const importTasks: PeriodicTask[] = [
  { name: 'imports.forget', everySeconds: 3600, run: forgetImports },
];
