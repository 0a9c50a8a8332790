import type { PeriodicTask } from '../../jobs/job.ts';
import { forgetDocuments } from './keep-documents.ts';

export const documentTasks: PeriodicTask[] = [
  {
    name: 'documents.forget',
    everySeconds: 3600,
    run: async (ctx) => {
      await forgetDocuments(ctx);
    },
  },
];
