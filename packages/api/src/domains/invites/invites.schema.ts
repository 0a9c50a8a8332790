import { inviteChannels, inviteMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { emailField, idField, optionalText, reasonField, tokenField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';
import { friendStates } from './invite.ts';

export const inviteStatus = z.enum(inviteMachine.states);
export const inviteChannel = z.enum(inviteChannels);

/** All a patient learns of a friend. What the friend did after joining never shows here. */
export const friendStatus = z.enum(friendStates);

export const friendLink = z.object({ code: z.string(), url: z.string() });

export const friendRow = z.object({
  id: z.string(),
  programId: z.string(),
  programName: z.string(),
  /** What the patient calls this friend; null for somebody who came by the link. */
  label: z.string().nullable(),
  status: friendStatus,
  channel: inviteChannel,
  invitedAt: z.date(),
  joinedAt: z.date().nullable(),
});

export const friendPage = pageOf(friendRow);

export const invitesHome = z.object({
  programs: z.array(
    z.object({
      programId: z.string(),
      name: z.string(),
      description: z.string(),
      referrerOffer: z.string(),
      friendOffer: z.string(),
      endsAt: z.date().nullable(),
      /** Null for a moment after a program starts: ask `invites.createLink` for it. */
      link: friendLink.nullable(),
      /** Ready to share: the text without and the text with the link. */
      shareText: z.string(),
      stats: z.object({ clicks: z.number(), invited: z.number(), joined: z.number() }),
      /** Friends who can still be invited; null without a limit. */
      remaining: z.number().nullable(),
    }),
  ),
  /** The newest 50; `invites.mine` pages through all. */
  friends: z.array(friendRow),
});

export const listMyInvitesInput = z.strictObject({ ...pageInput, programId: idField.optional() });

export const createFriendLinkInput = z.strictObject({ programId: idField });

export const createInviteInput = z.strictObject({
  programId: idField,
  channel: inviteChannel,
  label: optionalText('A name', 80),
  message: optionalText('A message', 500),
  /** With it we write to the friend; without it the patient shares the link. */
  friendEmail: emailField.optional(),
});

export const createdInvite = z.object({
  id: z.string(),
  link: friendLink,
  shareText: z.string(),
  /** True when we write to the friend ourselves. */
  mailed: z.boolean(),
});

export const inviteIdInput = z.strictObject({ id: idField });

export const myInviteDetail = friendRow.extend({
  message: z.string().nullable(),
  expiresAt: z.date(),
  link: friendLink,
  steps: z.array(z.object({ key: z.string(), label: z.string(), at: z.date() })),
});

export const declineInviteInput = z.strictObject({ token: tokenField });
export const declineInviteOutput = z.object({ referrerFirstName: z.string(), organisationName: z.string() });

export const listInvitesInput = z.strictObject({
  ...pageInput,
  status: inviteStatus.optional(),
  programId: idField.optional(),
  clientId: idField.optional(),
});

export const inviteRow = z.object({
  id: z.string(),
  programId: z.string(),
  programName: z.string(),
  status: inviteStatus,
  channel: inviteChannel,
  clientId: z.string(),
  clientName: z.string(),
  friendClientId: z.string().nullable(),
  friendName: z.string().nullable(),
  createdAt: z.date(),
  registeredAt: z.date().nullable(),
  convertedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  expiresAt: z.date(),
});

export const invitePage = pageOf(inviteRow);

export const inviteDetail = inviteRow.extend({
  code: z.string(),
  rewards: z.array(
    z.object({
      id: z.string(),
      side: z.enum(['referrer', 'friend']),
      words: z.string(),
      status: z.string(),
      reason: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
  moves: z.array(inviteStatus),
  timeline: z.array(timelineEntry),
});

export const disqualifyInviteInput = z.strictObject({ id: idField, reason: reasonField });
