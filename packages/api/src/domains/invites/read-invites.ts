import type { Tx } from '@goodword/db';
import { inviteMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, clientIdOf, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { requireOrganisation } from '../identity/index.ts';
import {
  describeFriendOffer,
  describeReferrerOffer,
  describeReward,
  isRunning,
  listActivePrograms,
  listFriendLinks,
  shareUrl,
} from '../programs/index.ts';
import { friendState } from './invite.ts';
import { listInvites, listOwnInvites, listRewardsOfInvite } from './invite-lists.queries.ts';
import { countByProgram, countClicks } from './invites.queries.ts';
import type {
  friendRow,
  inviteDetail,
  inviteRow,
  invitesHome,
  listInvitesInput,
  listMyInvitesInput,
  myInviteDetail,
} from './invites.schema.ts';
import { shareText } from './share-text.ts';

const NEWEST = 50;
/** A program that is over is no longer visible to patients, its invites still are. */
const PAST_PROGRAM = 'Earlier program';

/** The programs a patient can invite to now, each with its link and how many came; nothing of what friends did later. */
export async function readHome(ctx: Context): Promise<z.infer<typeof invitesHome>> {
  const clientId = clientIdOf(ctx);
  return inScope(ctx, async (tx) => {
    const running = (await listActivePrograms(tx)).filter((program) => isRunning(program, ctx.clock.now()));
    const links = await listFriendLinks(tx, clientId);
    const clicks = await countClicks(
      tx,
      links.map((link) => link.id),
    );
    const counts = await countByProgram(tx, clientId);
    const { patientWord } = await requireOrganisation(tx);
    const programs = running.map((program) => {
      const link = links.find((candidate) => candidate.programId === program.id);
      const url = link ? shareUrl(ctx, link.code) : '';
      const { invited, joined, live } = counts.get(program.id) ?? { invited: 0, joined: 0, live: 0 };
      return {
        programId: program.id,
        name: program.name,
        description: program.description,
        referrerOffer: describeReferrerOffer(program, patientWord),
        friendOffer: describeFriendOffer(program),
        endsAt: program.endsAt,
        link: link ? { code: link.code, url } : null,
        shareText: shareText(program, url),
        stats: { clicks: link ? (clicks.get(link.id) ?? 0) : 0, invited, joined },
        remaining:
          program.maxInvitesPerPatient === null ? null : Math.max(0, program.maxInvitesPerPatient - live),
      };
    });
    const newest = await listOwnInvites(tx, { clientId, after: null, limit: NEWEST });
    return { programs, friends: newest.map((row) => toFriend(ctx, row)) };
  });
}

/** One page of the invites of the patient of the session: invited, joined or ended. */
export async function readMyInvites(
  ctx: Context,
  input: z.infer<typeof listMyInvitesInput>,
): Promise<Page<z.infer<typeof friendRow>>> {
  const rows = await inScope(ctx, (tx) =>
    listOwnInvites(tx, {
      clientId: clientIdOf(ctx),
      programId: input.programId,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    }),
  );
  return toPage(
    rows.map((row) => toFriend(ctx, row)),
    input.limit,
    (row) => ({ value: row.invitedAt.toISOString(), id: row.id }),
  );
}

/** @throws `not_found` */
export async function readMyInvite(ctx: Context, id: string): Promise<z.infer<typeof myInviteDetail>> {
  const [row] = await inScope(ctx, (tx) =>
    listOwnInvites(tx, { clientId: clientIdOf(ctx), id, after: null, limit: 1 }),
  );
  if (!row) throw notFound('invite');
  const { invite } = row;
  const friend = toFriend(ctx, row);
  const steps = [{ key: 'invited', label: 'You invited them', at: invite.createdAt }];
  if (invite.registeredAt) steps.push({ key: 'joined', label: 'They joined', at: invite.registeredAt });
  else if (invite.endedAt) steps.push({ key: 'ended', label: 'The invite ended', at: invite.endedAt });
  const code = row.code ?? '';
  return {
    ...friend,
    message: invite.message,
    expiresAt: invite.expiresAt,
    link: { code, url: shareUrl(ctx, code) },
    steps,
  };
}

type OwnRow = Awaited<ReturnType<typeof listOwnInvites>>[number];

function toFriend(ctx: Context, { invite, programName }: OwnRow): z.infer<typeof friendRow> {
  return {
    id: invite.id,
    programId: invite.programId,
    programName: programName ?? PAST_PROGRAM,
    label: invite.friendLabelEncrypted ? ctx.vault.decrypt(invite.friendLabelEncrypted) : null,
    status: friendState(invite),
    channel: invite.channel,
    invitedAt: invite.createdAt,
    joinedAt: invite.registeredAt,
  };
}

type StaffRow = Awaited<ReturnType<typeof listInvites>>[number];

/** One page of invites for staff, newest first. */
export async function readInvites(
  ctx: Context,
  input: z.infer<typeof listInvitesInput>,
): Promise<Page<z.infer<typeof inviteRow>>> {
  const { cursor, limit, ...filter } = input;
  const rows = await inScope(ctx, (tx) =>
    listInvites(tx, { ...filter, after: decodeCursor(cursor), limit: limit + 1 }),
  );
  return toPage(rows.map(toRow), limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
}

/** @throws `not_found` */
export async function readInvite(ctx: Context, id: string): Promise<z.infer<typeof inviteDetail>> {
  return inScope(ctx, async (tx) => {
    const [row] = await listInvites(tx, { id, after: null, limit: 1 });
    if (!row) throw notFound('invite');
    const [rewards] = await Promise.all([
      rewardsOf(tx, id),
      recordRead(tx, ctx, { subjectType: 'client', subjectId: row.invite.clientId, part: 'invite' }),
    ]);
    return {
      ...toRow(row),
      code: row.code,
      rewards,
      moves: [...inviteMachine.moves[row.invite.status]],
      timeline: await timelineOf(tx, [id]),
    };
  });
}

async function rewardsOf(tx: Tx, inviteId: string) {
  const rows = await listRewardsOfInvite(tx, inviteId);
  return rows.map((reward) => ({
    id: reward.id,
    side: reward.side,
    words: describeReward(reward, reward.currency),
    status: reward.status,
    reason: reward.reason,
    createdAt: reward.createdAt,
  }));
}

function toRow({ invite, programName, clientName, friendName }: StaffRow): z.infer<typeof inviteRow> {
  return {
    id: invite.id,
    programId: invite.programId,
    programName,
    status: invite.status,
    channel: invite.channel,
    clientId: invite.clientId,
    clientName,
    friendClientId: invite.friendClientId,
    friendName,
    createdAt: invite.createdAt,
    registeredAt: invite.registeredAt,
    convertedAt: invite.convertedAt,
    endedAt: invite.endedAt,
    endReason: invite.endReason,
    expiresAt: invite.expiresAt,
  };
}
