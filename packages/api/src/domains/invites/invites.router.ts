import { z } from 'zod';
import { takeLetterToStranger } from '../../trpc/limits.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { createFriendLink, createInvite } from './create-invite.ts';
import { declineInvite, disqualifyInvite, readDecline } from './end-invite.ts';
import {
  createdInvite,
  createFriendLinkInput,
  createInviteInput,
  declineInviteInput,
  declineInviteOutput,
  disqualifyInviteInput,
  friendLink,
  friendPage,
  inviteDetail,
  inviteIdInput,
  invitePage,
  invitesHome,
  listInvitesInput,
  listMyInvitesInput,
  myInviteDetail,
} from './invites.schema.ts';
import { readHome, readInvite, readInvites, readMyInvite, readMyInvites } from './read-invites.ts';

export const invitesRouter = router({
  /** A patient's programs with link, offer and numbers, and the newest friends. */
  home: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(z.strictObject({}).optional())
    .output(invitesHome)
    .query(({ ctx }) => readHome(ctx)),

  mine: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(listMyInvitesInput)
    .output(friendPage)
    .query(({ ctx, input }) => readMyInvites(ctx, input)),

  mineDetail: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(inviteIdInput)
    .output(myInviteDetail)
    .query(({ ctx, input }) => readMyInvite(ctx, input.id)),

  create: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(createInviteInput)
    .output(createdInvite)
    .mutation(async ({ ctx, input }) => {
      if (input.friendEmail) await takeLetterToStranger(ctx);
      return createInvite(ctx, input);
    }),

  /** The patient's link of a program; made when there is none yet. */
  createLink: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(createFriendLinkInput)
    .output(friendLink)
    .mutation(({ ctx, input }) => createFriendLink(ctx, input.programId)),

  /** What the page behind the decline link in an invitation says. */
  readDecline: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(declineInviteInput)
    .output(declineInviteOutput)
    .query(({ ctx, input }) => readDecline(ctx, input.token)),

  decline: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(declineInviteInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await declineInvite(ctx, input.token);
      return null;
    }),

  list: procedure
    .meta({ audiences: ['staff'], permission: 'programs.read' })
    .input(listInvitesInput)
    .output(invitePage)
    .query(({ ctx, input }) => readInvites(ctx, input)),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'programs.read' })
    .input(inviteIdInput)
    .output(inviteDetail)
    .query(({ ctx, input }) => readInvite(ctx, input.id)),

  disqualify: procedure
    .meta({ audiences: ['staff'], permission: 'programs.manage' })
    .input(disqualifyInviteInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await disqualifyInvite(ctx, input);
      return null;
    }),
});
