import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { connectIntroduction, declineForPartner, declineOwnIntroduction } from './answer-introduction.ts';
import { createRequest } from './create-request.ts';
import { cancelRequest, markUnfulfilled } from './end-request.ts';
import { createGroup, listMyGroups } from './groups.ts';
import {
  cancelRequestInput,
  createdGroup,
  createdIntroduction,
  createdRequest,
  declineForPartnerInput,
  declineIntroductionInput,
  introductionIdInput,
  matchCandidates,
  matchCandidatesInput,
  matchInput,
  myGroups,
  myIntroductionDetail,
  myIntroductionPage,
  myIntroductionsInput,
  myRequestDetail,
  myRequestPage,
  myRequestsInput,
  newGroupInput,
  newRequestInput,
  recordOutcomeInput,
  requestDetail,
  requestIdInput,
  requestListInput,
  requestPage,
  sendIntroductionInput,
  unfulfilledInput,
} from './introductions.schema.ts';
import { listMatchCandidates, matchRequest } from './match-request.ts';
import { getMyIntroduction, listMyIntroductions } from './read-introductions.ts';
import { getMyRequest, getRequestDetail, listAllRequests, listMyRequests } from './read-requests.ts';
import { recordOutcome } from './record-outcome.ts';
import { sendIntroduction } from './send-introduction.ts';

const patient = { audiences: ['patient'], permission: 'patient.self' } as const;
const read = { audiences: ['staff'], permission: 'introductions.read' } as const;
const manage = { audiences: ['staff'], permission: 'introductions.manage' } as const;
const partnerRead = { audiences: ['partner'], permission: 'portal.read' } as const;
const partnerWork = { audiences: ['partner'], permission: 'portal.work' } as const;

export const groupsRouter = router({
  mine: procedure
    .meta(patient)
    .input(z.strictObject({}).optional())
    .output(myGroups)
    .query(({ ctx }) => listMyGroups(ctx)),

  create: procedure
    .meta(patient)
    .input(newGroupInput)
    .output(createdGroup)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),
});

export const requestsRouter = router({
  mine: procedure
    .meta(patient)
    .input(myRequestsInput)
    .output(myRequestPage)
    .query(({ ctx, input }) => listMyRequests(ctx, input)),

  mineDetail: procedure
    .meta(patient)
    .input(requestIdInput)
    .output(myRequestDetail)
    .query(({ ctx, input }) => getMyRequest(ctx, input.id)),

  create: procedure
    .meta(patient)
    .input(newRequestInput)
    .output(createdRequest)
    .mutation(({ ctx, input }) => createRequest(ctx, input)),

  cancel: procedure
    .meta(patient)
    .input(cancelRequestInput)
    .output(z.null())
    .mutation(({ ctx, input }) => cancelRequest(ctx, input)),

  list: procedure
    .meta(read)
    .input(requestListInput)
    .output(requestPage)
    .query(({ ctx, input }) => listAllRequests(ctx, input)),

  get: procedure
    .meta(read)
    .input(requestIdInput)
    .output(requestDetail)
    .query(({ ctx, input }) => getRequestDetail(ctx, input.id)),

  candidates: procedure
    .meta(manage)
    .input(matchCandidatesInput)
    .output(matchCandidates)
    .query(({ ctx, input }) => listMatchCandidates(ctx, input.requestId)),

  match: procedure
    .meta(manage)
    .input(matchInput)
    .output(createdIntroduction)
    .mutation(({ ctx, input }) => matchRequest(ctx, input)),

  sendIntroduction: procedure
    .meta(manage)
    .input(sendIntroductionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => sendIntroduction(ctx, input.introductionId)),

  decline: procedure
    .meta(manage)
    .input(declineForPartnerInput)
    .output(z.null())
    .mutation(({ ctx, input }) => declineForPartner(ctx, input)),

  recordOutcome: procedure
    .meta(manage)
    .input(recordOutcomeInput)
    .output(z.null())
    .mutation(({ ctx, input }) => recordOutcome(ctx, input)),

  markUnfulfilled: procedure
    .meta(manage)
    .input(unfulfilledInput)
    .output(z.null())
    .mutation(({ ctx, input }) => markUnfulfilled(ctx, input)),
});

export const introductionsRouter = router({
  mine: procedure
    .meta(partnerRead)
    .input(myIntroductionsInput)
    .output(myIntroductionPage)
    .query(({ ctx, input }) => listMyIntroductions(ctx, input)),

  mineDetail: procedure
    .meta(partnerRead)
    .input(introductionIdInput)
    .output(myIntroductionDetail)
    .query(({ ctx, input }) => getMyIntroduction(ctx, input.id)),

  connect: procedure
    .meta(partnerWork)
    .input(introductionIdInput)
    .output(z.null())
    .mutation(({ ctx, input }) => connectIntroduction(ctx, input.id)),

  decline: procedure
    .meta(partnerWork)
    .input(declineIntroductionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => declineOwnIntroduction(ctx, input)),
});
