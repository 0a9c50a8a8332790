import { z } from 'zod';
import { procedure, router } from '../../../trpc/trpc.ts';
import {
  applicationConfirmation,
  applicationDetail,
  applicationForm,
  applicationLinkInput,
  applicationPage,
  applyInput,
  approveApplicationInput,
  attachToDraftInput,
  changeReviewRuleInput,
  confirmOutput,
  draftDocuments,
  draftForm,
  draftOutput,
  getApplicationInput,
  listApplicationsInput,
  mailDraftInput,
  rejectApplicationInput,
  removeFromDraftInput,
  reviewRuleList,
  saveTypeQuestionsInput,
  typeQuestions,
  typeQuestionsInput,
} from './applications.schema.ts';
import { readTypeQuestions, saveTypeQuestions } from './change-questions.ts';
import { confirmApplication, readConfirmation } from './confirm-application.ts';
import { approveApplication, rejectApplication } from './decide.ts';
import {
  attachToDraft,
  continueDraft,
  discardDraft,
  mailDraft,
  readDraft,
  readDraftLink,
  removeFromDraft,
  saveDraft,
} from './drafts.ts';
import { getApplication, listApplications, readForm } from './read-applications.ts';
import { changeReviewRule, readReviewRules } from './rules.ts';
import { submitApplication } from './submit-application.ts';

/** Open to everybody; throttled by address. A draft is reached by the secret in its cookie or its link alone. */
const open = procedure.meta({ audiences: ['partner'], permission: 'public' });
const read = procedure.meta({ audiences: ['staff'], permission: 'partners.read' });
const decide = procedure.meta({ audiences: ['staff'], permission: 'applications.decide' });
const none = z.strictObject({}).optional();

/** For procedures that only do something. */
const quietly =
  <Args extends unknown[]>(work: (...args: Args) => Promise<void>) =>
  async (...args: Args) => {
    await work(...args);
    return null;
  };

export const applicationsRouter = router({
  form: open
    .input(none)
    .output(applicationForm)
    .query(({ ctx }) => readForm(ctx)),

  draft: open
    .input(none)
    .output(draftOutput)
    .query(({ ctx }) => readDraft(ctx)),

  saveDraft: open
    .input(draftForm)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(saveDraft)(ctx, input)),

  discardDraft: open
    .input(none)
    .output(z.null())
    .mutation(({ ctx }) => quietly(discardDraft)(ctx)),

  mailDraft: open
    .input(mailDraftInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(mailDraft)(ctx, input)),

  readDraftLink: open
    .input(applicationLinkInput)
    .output(z.null())
    .query(({ ctx, input }) => quietly(readDraftLink)(ctx, input)),

  continueDraft: open
    .input(applicationLinkInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(continueDraft)(ctx, input)),

  attach: open
    .input(attachToDraftInput)
    .output(draftDocuments)
    .mutation(({ ctx, input }) => attachToDraft(ctx, input)),

  detach: open
    .input(removeFromDraftInput)
    .output(draftDocuments)
    .mutation(({ ctx, input }) => removeFromDraft(ctx, input)),

  /** The public form. (`apply` is a reserved word of tRPC.) */
  submit: open
    .input(applyInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(submitApplication)(ctx, input)),

  readConfirmation: open
    .input(applicationLinkInput)
    .output(applicationConfirmation)
    .query(({ ctx, input }) => readConfirmation(ctx, input)),

  confirm: open
    .input(applicationLinkInput)
    .output(confirmOutput)
    .mutation(({ ctx, input }) => confirmApplication(ctx, input)),

  list: read
    .input(listApplicationsInput)
    .output(applicationPage)
    .query(({ ctx, input }) => listApplications(ctx, input)),

  get: read
    .input(getApplicationInput)
    .output(applicationDetail)
    .query(({ ctx, input }) => getApplication(ctx, input.partnerId)),

  approve: decide
    .input(approveApplicationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(approveApplication)(ctx, input)),

  reject: decide
    .input(rejectApplicationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(rejectApplication)(ctx, input)),

  typeQuestions: read
    .input(typeQuestionsInput)
    .output(typeQuestions)
    .query(({ ctx, input }) => readTypeQuestions(ctx, input)),

  saveTypeQuestions: procedure
    .meta({ audiences: ['staff'], permission: 'catalogue.manage' })
    .input(saveTypeQuestionsInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(saveTypeQuestions)(ctx, input)),

  rules: read
    .input(none)
    .output(reviewRuleList)
    .query(({ ctx }) => readReviewRules(ctx)),

  changeRule: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage' })
    .input(changeReviewRuleInput)
    .output(z.null())
    .mutation(({ ctx, input }) => quietly(changeReviewRule)(ctx, input)),
});
