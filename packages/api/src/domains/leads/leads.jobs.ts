import type { JobHandler } from '../../jobs/job.ts';
import { closeLeadOfOptOut } from './close-lead-of-opt-out.ts';

export const leadJobs: JobHandler[] = [
  {
    name: 'leads.close-after-opt-out',
    on: ['partner_referral.declined'],
    run: (ctx, event) => closeLeadOfOptOut(ctx, event.subjectId),
  },
];
