import type { PeriodicTask } from '../../jobs/job.ts';
import { endDeadLooks } from './end-look.ts';

const endDead: PeriodicTask = { name: 'looks.end-dead', everySeconds: 60, run: endDeadLooks };

export const lookTasks: PeriodicTask[] = [endDead];
