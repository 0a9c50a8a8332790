import type { DomainEvent, JobContext, JobHandler } from '../../jobs/job.ts';
import { closeLeadOfReferral } from './close-lead-of-referral.ts';

const closeLead = (ctx: JobContext, event: DomainEvent) => closeLeadOfReferral(ctx, event.subjectId);

export const leadJobs: JobHandler[] = [
  {
    name: 'leads.close-after-opt-out',
    on: ['partner_referral.declined', 'partner_referral.emptied'],
    run: closeLead,
  },
  {
    name: 'leads.close-after-end',
    on: ['partner_referral.expired', 'partner_referral.rejected'],
    run: closeLead,
  },
];
