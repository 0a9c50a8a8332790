import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { acceptShare, giveUpShare, startShare } from './answer-share.ts';
import { closeShare } from './close-share.ts';
import { createShare, previewShare } from './create-share.ts';
import { exportMyShares } from './export-shares.ts';
import { listCandidates } from './list-candidates.ts';
import { getMyShare, listLeadShares, listMyShares } from './list-shares.ts';
import {
  closeShareInput,
  createdShare,
  endShareInput,
  myShareDetail,
  mySharePage,
  mySharesInput,
  newShareInput,
  shareCandidates,
  shareCandidatesInput,
  shareCsv,
  shareCsvInput,
  shareIdInput,
  sharePreview,
  sharesForLead,
  sharesForLeadInput,
  withdrawShareInput,
} from './sharing.schema.ts';
import { withdrawShare } from './withdraw-share.ts';

const manage = { audiences: ['staff'], permission: 'shares.manage' } as const;
const read = { audiences: ['partner'], permission: 'portal.read' } as const;
const work = { audiences: ['partner'], permission: 'portal.work' } as const;

export const sharesRouter = router({
  candidates: procedure
    .meta(manage)
    .input(shareCandidatesInput)
    .output(shareCandidates)
    .query(({ ctx, input }) => listCandidates(ctx, input)),

  preview: procedure
    .meta(manage)
    .input(newShareInput)
    .output(sharePreview)
    .query(({ ctx, input }) => previewShare(ctx, input)),

  create: procedure
    .meta(manage)
    .input(newShareInput)
    .output(createdShare)
    .mutation(({ ctx, input }) => createShare(ctx, input)),

  withdraw: procedure
    .meta(manage)
    .input(withdrawShareInput)
    .output(z.null())
    .mutation(({ ctx, input }) => withdrawShare(ctx, input)),

  forLead: procedure
    .meta({ audiences: ['staff'], permission: 'leads.read' })
    .input(sharesForLeadInput)
    .output(sharesForLead)
    .query(({ ctx, input }) => listLeadShares(ctx, input.leadId)),

  mine: procedure
    .meta(read)
    .input(mySharesInput)
    .output(mySharePage)
    .query(({ ctx, input }) => listMyShares(ctx, input)),

  mineDetail: procedure
    .meta(read)
    .input(shareIdInput)
    .output(myShareDetail)
    .query(({ ctx, input }) => getMyShare(ctx, input.id)),

  accept: procedure
    .meta(work)
    .input(shareIdInput)
    .output(z.null())
    .mutation(({ ctx, input }) => acceptShare(ctx, input.id)),

  reject: procedure
    .meta(work)
    .input(endShareInput)
    .output(z.null())
    .mutation(({ ctx, input }) => giveUpShare(ctx, { ...input, to: 'rejected' })),

  start: procedure
    .meta(work)
    .input(shareIdInput)
    .output(z.null())
    .mutation(({ ctx, input }) => startShare(ctx, input.id)),

  return: procedure
    .meta(work)
    .input(endShareInput)
    .output(z.null())
    .mutation(({ ctx, input }) => giveUpShare(ctx, { ...input, to: 'returned' })),

  close: procedure
    .meta(work)
    .input(closeShareInput)
    .output(z.null())
    .mutation(({ ctx, input }) => closeShare(ctx, input)),

  csv: procedure
    .meta(read)
    .input(shareCsvInput)
    .output(shareCsv)
    .query(({ ctx, input }) => exportMyShares(ctx, input.status)),
});
