import type { JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { describeMoney } from '../../shared/money.ts';
import { mailPeople } from '../inbox/index.ts';
import { payoutPaid } from './mails/payout-paid.tsx';
import { getPayout } from './payouts.queries.ts';

export const payoutJobs: JobHandler[] = [
  {
    name: 'payouts.mail-paid',
    on: ['payout.paid'],
    async run(ctx, event) {
      const payout = await inScope(ctx, (tx) => getPayout(tx, event.subjectId));
      if (!payout?.partnerId) return;
      await mailPeople(ctx, {
        kind: 'payout_paid',
        party: { partnerId: payout.partnerId },
        template: payoutPaid,
        subjectId: payout.id,
        eventId: event.id,
        data: async (_tx, recipient) => ({
          recipientName: recipient.name,
          amount: describeMoney(payout),
          reference: payout.reference ?? '',
          url: `${ctx.urls.partner}/earnings/payouts`,
        }),
      });
    },
  },
];
