import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { describeMoney } from '../../shared/money.ts';
import { requireOrganisation } from '../identity/index.ts';
import { mailPeople } from '../inbox/index.ts';
import { calculateCommissions } from './calculate-commissions.ts';
import { markOverdue } from './change-commission.ts';
import { isTold } from './commission-lists.queries.ts';
import { getCommission, listPastDue } from './commissions.queries.ts';
import { commissionApproved } from './mails/commission-approved.tsx';
import { commissionInvoiced } from './mails/commission-invoiced.tsx';

const PAST_DUE_BATCH = 200;

export const commissionJobs: JobHandler[] = [
  {
    name: 'commissions.calculate',
    on: ['deal.verified'],
    run: (ctx, event) => calculateCommissions(ctx, event.subjectId),
  },
  {
    name: 'commissions.mail-approved',
    on: ['commission.approved'],
    async run(ctx, event) {
      const line = await inScope(ctx, async (tx) => {
        const line = await getCommission(tx, event.subjectId);
        // What the partner pays is announced with its invoice; back from hold or a failed payout is no news.
        // Of a client who does not want it told the partner hears when the money goes out.
        const isNews = line?.direction === 'we_pay' && event.payload.first === true;
        return isNews && (await isTold(tx, line.id)) ? line : null;
      });
      if (!line) return;
      const takenBack = line.amountMinor < 0n;
      const amount = describeMoney({
        ...line,
        amountMinor: takenBack ? -line.amountMinor : line.amountMinor,
      });
      await mailPeople(ctx, {
        kind: 'commission_approved',
        party: line,
        template: commissionApproved,
        subjectId: line.id,
        eventId: event.id,
        data: async (_tx, recipient) => ({
          recipientName: recipient.name,
          amount,
          takenBack,
          url: `${ctx.urls.partner}/earnings/${line.id}`,
        }),
      });
    },
  },
  {
    name: 'commissions.mail-invoiced',
    on: ['commission.invoiced'],
    async run(ctx, event) {
      const found = await inScope(ctx, async (tx) => {
        const line = await getCommission(tx, event.subjectId);
        if (!line?.dueAt || line.amountMinor < 0n) return null;
        const { timeZone } = await requireOrganisation(tx);
        const dueOn = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(line.dueAt);
        return { line, dueOn };
      });
      if (!found) return;
      const { line, dueOn } = found;
      await mailPeople(ctx, {
        kind: 'commission_invoiced',
        party: line,
        template: commissionInvoiced,
        subjectId: line.id,
        eventId: event.id,
        data: async (_tx, recipient) => ({
          recipientName: recipient.name,
          amount: describeMoney(line),
          dueOn,
          url: `${ctx.urls.partner}/earnings/${line.id}`,
        }),
      });
    },
  },
];

export const commissionTasks: PeriodicTask[] = [
  {
    name: 'commissions.overdue',
    everySeconds: 600,
    async run(ctx) {
      const ids = await inScope(ctx, (tx) => listPastDue(tx, ctx.clock.now(), PAST_DUE_BATCH));
      for (const id of ids) await markOverdue(ctx, id);
    },
  },
];
