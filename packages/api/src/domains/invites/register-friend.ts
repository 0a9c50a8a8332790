import type { Tx } from '@goodword/db';
import { invites } from '@goodword/db/schema';
import { inviteMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';
import { addressHash, forgetMessagesAbout } from '../notifications/index.ts';
import { type FriendLink, getFriendLink, isRunning, type ProgramRow } from '../programs/index.ts';
import {
  countLiveInvites,
  findPendingInvite,
  hasConsultations,
  type InviteRow,
  insertInteraction,
  insertInvite,
  isFriendCounted,
  lockClients,
  lockNotedInvite,
} from './invites.queries.ts';

export interface NewFriend {
  linkId: string;
  /** The friend, e-mail verified. */
  clientId: string;
  email: string;
  /** When the friend registered, before the e-mail was verified. */
  startedAt: Date;
}

/**
 * Counts a new patient as the friend who came by a link, or notes why not: the link is the person's own, the program
 * does not run, they were a patient before, they count already, or the referrer's limit is reached. Whoever was invited
 * by address takes up that invite, anybody else the oldest one noted without an address, so that no friend takes two
 * places. Runs in the worker's scope, because it concerns two people.
 * @returns the invite, or null when the friend does not count
 */
export async function registerFriend(tx: Tx, ctx: Context, friend: NewFriend): Promise<string | null> {
  const found = await getFriendLink(tx, friend.linkId);
  if (!found) return null;
  await lockClients(tx, [found.link.clientId, friend.clientId]);
  const waiting =
    (await findPendingInvite(tx, { linkId: found.link.id, friendHash: addressHash(ctx, friend.email) })) ??
    (await lockNotedInvite(tx, { linkId: found.link.id, now: ctx.clock.now() }));
  const problem = await whyNot(tx, ctx, found, friend, waiting !== undefined);
  if (problem) {
    await recordChange(tx, ctx, {
      action: 'invite.not_counted',
      subjectType: 'client',
      subjectId: friend.clientId,
      reason: problem,
      payload: { linkId: found.link.id },
    });
    return null;
  }
  const id = waiting
    ? await joinInvited(tx, ctx, { waiting, program: found.program }, friend)
    : await joinByLink(tx, ctx, found, friend);
  await insertInteraction(tx, {
    kind: 'registration',
    linkId: found.link.id,
    inviteId: id,
    clientId: found.link.clientId,
    occurredAt: ctx.clock.now(),
  });
  return id;
}

async function whyNot(
  tx: Tx,
  ctx: Context,
  { link, program }: FriendLink,
  friend: NewFriend,
  hasPlace: boolean,
): Promise<string | null> {
  if (link.clientId === friend.clientId) return 'Nobody can invite themselves.';
  if (!isRunning(program, ctx.clock.now())) return 'The program was not running.';
  if (await hasConsultations(tx, friend.clientId)) return 'This person was a patient before.';
  if (await isFriendCounted(tx, { programId: program.id, friendClientId: friend.clientId }))
    return 'This person counts already.';
  if (program.maxInvitesPerPatient !== null && !hasPlace) {
    const live = await countLiveInvites(tx, { clientId: link.clientId, programId: program.id });
    if (live >= program.maxInvitesPerPatient) return 'The limit of invites was reached.';
  }
  return null;
}

/** Somebody the patient invited before: from now on their own account holds the address. */
async function joinInvited(
  tx: Tx,
  ctx: Context,
  { waiting, program }: { waiting: InviteRow; program: ProgramRow },
  friend: NewFriend,
): Promise<string> {
  const now = ctx.clock.now();
  const { id, friendHash, expiresAt } = waiting;
  await moveState(tx, ctx, {
    machine: inviteMachine,
    table: invites,
    id,
    to: 'registered',
    set: {
      friendClientId: friend.clientId,
      friendHash: addressHash(ctx, friend.email),
      registeredAt: now,
      // Which of the noted friends this is nobody knows: they get the time of somebody who came by the link alone.
      expiresAt: friendHash ? expiresAt : addDays(now, program.inviteExpiryDays),
      friendContactEncrypted: null,
    },
  });
  // Their own account holds the address from now on.
  await forgetMessagesAbout(tx, id);
  return id;
}

/** Somebody who came by the link alone. */
async function joinByLink(
  tx: Tx,
  ctx: Context,
  { link, program }: FriendLink,
  friend: NewFriend,
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('invite', now);
  await insertInvite(tx, {
    id,
    programId: program.id,
    linkId: link.id,
    clientId: link.clientId,
    friendClientId: friend.clientId,
    status: 'registered',
    channel: 'link',
    friendHash: addressHash(ctx, friend.email),
    createdAt: friend.startedAt,
    registeredAt: now,
    expiresAt: addDays(now, program.inviteExpiryDays),
  });
  await recordChange(tx, ctx, {
    action: 'invite.registered',
    subjectType: 'invite',
    subjectId: id,
    to: 'registered',
  });
  return id;
}
