import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { mailPeople } from '../inbox/index.ts';
import { describeMove } from './describe-move.ts';
import { describeTermsChange } from './describe-terms-change.ts';
import { applyAllRules, applyRules } from './group-rules.ts';
import { groupChanged } from './mails/group-changed.tsx';
import { groupTermsChanged } from './mails/group-terms-changed.tsx';

export const partnerGroupJobs: JobHandler[] = [
  {
    name: 'partner-groups.apply-rules',
    on: ['deal.verified'],
    async run(ctx, event) {
      const { partnerId } = event.payload;
      if (typeof partnerId === 'string') await applyRules(ctx, partnerId);
    },
  },
  {
    // Whoever fulfils a rule that was just switched on does not wait for the clock.
    name: 'partner-groups.apply-new-rule',
    on: ['partner_group.rule_changed'],
    run: (ctx) => applyAllRules(ctx),
  },
  {
    name: 'partner-groups.mail-move',
    on: ['group_move.made', 'group_move.reversed'],
    async run(ctx, event) {
      const move = await describeMove(ctx, event.subjectId);
      if (!move) return;
      await mailPeople(ctx, {
        kind: 'group_changed',
        party: move,
        template: groupChanged,
        subjectId: event.subjectId,
        eventId: event.id,
        data: async (_tx, recipient) => ({
          recipientName: recipient.name,
          groupName: move.groupName,
          leftName: move.leftName,
          changes: move.changes,
          url: `${ctx.urls.partner}/profile`,
        }),
      });
    },
  },
  {
    name: 'partner-groups.mail-terms',
    on: ['partner_group.terms_changed', 'partner_group.terms_overridden'],
    async run(ctx, event) {
      const { termsId } = event.payload;
      const change = typeof termsId === 'string' && (await describeTermsChange(ctx, termsId));
      if (!change) return;
      const { members, ...shared } = change;
      for (const { partnerId, ...own } of members) {
        await mailPeople(ctx, {
          kind: 'group_changed',
          party: { partnerId },
          template: groupTermsChanged,
          subjectId: event.subjectId,
          eventId: event.id,
          data: async (_tx, { name }) => ({
            recipientName: name,
            ...shared,
            ...own,
            url: `${ctx.urls.partner}/profile`,
          }),
        });
      }
    },
  },
];

export const partnerGroupTasks: PeriodicTask[] = [
  { name: 'partner-groups.apply-rules', everySeconds: 600, run: (ctx) => applyAllRules(ctx) },
];
