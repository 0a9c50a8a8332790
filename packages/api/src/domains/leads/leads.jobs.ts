import type { JobHandler } from '../../jobs/job.ts';
import { closeLeadOfOptOut } from './close-lead-of-opt-out.ts';
import { tellWhatWasAllowed } from './intake/tell-what-was-allowed.ts';

export const leadJobs: JobHandler[] = [
  {
    name: 'leads.close-after-opt-out',
    on: ['partner_referral.declined'],
    run: (ctx, event) => closeLeadOfOptOut(ctx, event.subjectId),
  },
  {
    name: 'leads.tell-what-was-allowed',
    on: ['partner_referral.form_filled', 'partner_referral.address_proved'],
    run: tellWhatWasAllowed,
  },
];
