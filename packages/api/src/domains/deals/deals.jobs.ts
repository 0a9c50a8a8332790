import type { JobHandler } from '../../jobs/job.ts';
import { startReportedLead } from './report-deal.ts';

export const dealJobs: JobHandler[] = [
  {
    name: 'deals.start-lead',
    on: ['deal.reported'],
    run: (ctx, event) => startReportedLead(ctx, event.subjectId),
  },
];
