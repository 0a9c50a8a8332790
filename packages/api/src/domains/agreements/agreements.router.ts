import { z } from 'zod';
import { agreementCopy } from '../../shared/agreement-shapes.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import {
  agreementCopyInput,
  agreementDetail,
  agreementIdOutput,
  agreementList,
  discardAgreementDraftInput,
  getAgreementInput,
  publishAgreementInput,
  saveAgreementDraftInput,
} from './agreements.schema.ts';
import { makeAgreementCopy } from './make-copy.ts';
import { publishAgreement } from './publish-agreement.ts';
import { readAgreement, readAgreements } from './read-agreements.ts';
import { discardDraft, saveDraft } from './write-agreement.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'agreements.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'agreements.manage' });

export const agreementsRouter = router({
  list: read
    .input(z.strictObject({}).optional())
    .output(agreementList)
    .query(({ ctx }) => readAgreements(ctx)),

  get: read
    .input(getAgreementInput)
    .output(agreementDetail)
    .query(({ ctx, input }) => readAgreement(ctx, input.id)),

  /** What a partner accepted, as a PDF. */
  copy: read
    .input(agreementCopyInput)
    .output(agreementCopy)
    .query(({ ctx, input }) => makeAgreementCopy(ctx, input)),

  saveDraft: manage
    .input(saveAgreementDraftInput)
    .output(agreementIdOutput)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),

  discardDraft: manage
    .input(discardAgreementDraftInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await discardDraft(ctx, input.id);
      return null;
    }),

  publish: manage
    .input(publishAgreementInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await publishAgreement(ctx, input);
      return null;
    }),
});
