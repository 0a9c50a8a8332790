import type { Tx } from '@goodword/db';
import { issueToken } from '../../../auth/tokens.ts';
import type { DomainEvent, JobContext, JobHandler, PeriodicTask } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { addDays } from '../../../shared/clock.ts';
import { keepDocumentsOfPartnerUntil, keepDocumentsUntil } from '../../documents/index.ts';
import { sendMessage } from '../../notifications/index.ts';
import { confirmApplicationMail } from '../mails/confirm-application.tsx';
import { continueApplicationMail } from '../mails/continue-application.tsx';
import { findPartner } from '../partners.queries.ts';
import { findDraft, lockDraft } from './drafts.queries.ts';
import { forgetDrafts } from './forget-drafts.ts';

/** Files of a partnership that ended are kept for questions about it. */
const KEEP_AFTER_END_DAYS = 365;
/** Files of a rejected application, at least: an answer may be questioned. */
const KEEP_AFTER_REJECTION_DAYS = 30;

/** What a sealed draft says; null when it was confirmed or forgotten meanwhile. */
async function openDraft(ctx: JobContext, id: string, which: 'sealed' | 'sentSealed') {
  const draft = await inScope(ctx, (tx) => findDraft(tx, id));
  const sealed = draft?.[which];
  return sealed ? unseal(ctx, sealed) : null;
}

function unseal(
  ctx: JobContext,
  sealed: string,
): { email: string; contactName: string; companyName: string } {
  return JSON.parse(ctx.vault.decrypt(sealed));
}

/**
 * A link proves the mailbox it goes to and no other. When the form was sent again with another address while the letter was
 * written, it is given up, and the next try writes to that one. Held until the letter is stored: whoever sends the form
 * then ends its link.
 */
async function requireStated(tx: Tx, ctx: JobContext, draftId: string, email: string): Promise<void> {
  const sealed = (await lockDraft(tx, draftId))?.sentSealed;
  if (!sealed || unseal(ctx, sealed).email !== email) throw new Error('the form was sent anew meanwhile');
}

async function askToConfirm(ctx: JobContext, event: DomainEvent): Promise<void> {
  const form = await openDraft(ctx, event.subjectId, 'sentSealed');
  if (!form) return;
  await sendMessage(ctx, {
    template: confirmApplicationMail,
    to: form.email,
    subjectId: event.subjectId,
    dedupeKey: `${event.id}:confirm-application:${event.subjectId}`,
    data: async (tx) => {
      await requireStated(tx, ctx, event.subjectId, form.email);
      const secret = await issueToken(tx, ctx, {
        purpose: 'confirm_application',
        subjectId: event.subjectId,
      });
      return {
        contactName: form.contactName,
        partnerName: form.companyName,
        link: `${ctx.urls.partner}/apply/confirm/${secret}`,
      };
    },
  });
}

async function sendDraftLink(ctx: JobContext, event: DomainEvent): Promise<void> {
  const form = await openDraft(ctx, event.subjectId, 'sealed');
  if (!form) return;
  await sendMessage(ctx, {
    template: continueApplicationMail,
    to: form.email,
    subjectId: event.subjectId,
    dedupeKey: `${event.id}:continue-application:${event.subjectId}`,
    data: async (tx) => ({
      link: `${ctx.urls.partner}/apply/continue/${await issueToken(tx, ctx, {
        purpose: 'continue_application',
        subjectId: event.subjectId,
      })}`,
    }),
  });
}

export const applicationJobs: JobHandler[] = [
  { name: 'applications.ask-to-confirm', on: ['application_draft.submitted'], run: askToConfirm },
  { name: 'applications.send-draft-link', on: ['application_draft.mailed'], run: sendDraftLink },
  {
    name: 'applications.date-documents',
    on: ['partner.rejected', 'partner.terminated'],
    run: (ctx, event) =>
      inScope(ctx, async (tx) => {
        const partner = await findPartner(tx, event.subjectId);
        if (partner?.status === 'terminated') {
          const until = addDays(event.occurredAt, KEEP_AFTER_END_DAYS);
          await keepDocumentsOfPartnerUntil(tx, partner.id, until);
        }
        if (partner?.status === 'rejected') {
          const least = addDays(event.occurredAt, KEEP_AFTER_REJECTION_DAYS);
          const { reapplyAfter } = partner;
          const until = reapplyAfter && reapplyAfter > least ? reapplyAfter : least;
          await keepDocumentsUntil(tx, { type: 'application', id: partner.id }, until);
        }
      }),
  },
];

export const applicationTasks: PeriodicTask[] = [
  {
    name: 'applications.forget-drafts',
    everySeconds: 1800,
    run: async (ctx) => {
      await forgetDrafts(ctx);
    },
  },
];
