import type { PeriodicTask } from '../jobs/job.ts';
import { inScope } from '../platform/context.ts';
import { addDays } from '../shared/clock.ts';
import { deleteAnswersBefore } from './idempotency.queries.ts';

/** Nobody repeats a call after that long. */
const DAYS_KEPT = 30;

const forgetAnswers: PeriodicTask = {
  name: 'edge.forget-answers',
  everySeconds: 3600,
  run: (ctx) => inScope(ctx, (tx) => deleteAnswersBefore(tx, addDays(ctx.clock.now(), -DAYS_KEPT))),
};

export const edgeTasks: PeriodicTask[] = [forgetAnswers];
