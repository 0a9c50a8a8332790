import type { PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { forgetReadNotes } from '../../platform/record-read.queries.ts';

const forgetNotes: PeriodicTask = {
  name: 'audit.forget-read-notes',
  everySeconds: 24 * 3600,
  run: (ctx) => inScope(ctx, (tx) => forgetReadNotes(tx, ctx.clock)),
};

export const auditTasks: PeriodicTask[] = [forgetNotes];
