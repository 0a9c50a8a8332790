import type { JobHandler } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { describeMoney } from '../../shared/money.ts';
import { moneyRecipients } from '../commissions/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { payoutPaid } from './mails/payout-paid.tsx';
import { getPayout } from './payouts.queries.ts';

export const payoutJobs: JobHandler[] = [
  {
    name: 'payouts.mail-paid',
    on: ['payout.paid'],
    async run(ctx, event) {
      const found = await inScope(ctx, async (tx) => {
        const payout = await getPayout(tx, event.subjectId);
        if (!payout?.partnerId) return null;
        return { payout, recipients: await moneyRecipients(tx, payout.partnerId) };
      });
      if (!found) return;
      const { payout, recipients } = found;
      for (const recipient of recipients) {
        await sendMessage(ctx, {
          template: payoutPaid,
          to: recipient.email,
          subjectId: payout.id,
          dedupeKey: `${event.id}:${payoutPaid.name}:${recipient.email}`,
          data: async () => ({
            recipientName: recipient.name,
            amount: describeMoney(payout),
            reference: payout.reference ?? '',
            url: `${ctx.urls.partner}/earnings/payouts`,
          }),
        });
      }
    },
  },
];
