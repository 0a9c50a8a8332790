import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { AppError, invariant, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import { addressHash } from '../notifications/index.ts';
import {
  getProgram,
  giveFriendLinks,
  isRunning,
  listFriendLinks,
  type ProgramRow,
  shareUrl,
} from '../programs/index.ts';
import {
  countLiveInvites,
  getClient,
  insertInteraction,
  insertInvite,
  lockClients,
  wasInvited,
} from './invites.queries.ts';
import type { createdInvite, createInviteInput } from './invites.schema.ts';
import { shareText } from './share-text.ts';

type Input = z.infer<typeof createInviteInput>;

/**
 * Notes that a patient invites a friend. With an address we write to the friend, once; the address is kept encrypted
 * until they join or the invite ends. Whether the address is known to us is never said. Without one the invite waits
 * for the next friend who comes by the link.
 * @throws `not_eligible` when the program does not run or the patient's limit is reached, `already_exists` for a
 *   second invite of one address, `invalid_input` for the patient's own address
 */
export async function createInvite(ctx: Context, input: Input): Promise<z.infer<typeof createdInvite>> {
  const { clientId } = ctx.scope;
  invariant(clientId, 'patients invite');
  try {
    return await inScope(ctx, (tx) => invite(tx, ctx, clientId, input));
  } catch (error) {
    throw violates(error, 'invites_friend_hash_once') ? invitedBefore(error) : error;
  }
}

async function invite(tx: Tx, ctx: Context, clientId: string, input: Input) {
  const now = ctx.clock.now();
  const program = await requireRunningProgram(tx, ctx, input.programId);
  // Two invites at once count one after the other.
  await lockClients(tx, [clientId]);
  await requirePlace(tx, program, clientId);
  const friend = await friendContact(tx, ctx, { clientId, programId: program.id }, input.friendEmail);
  const link = await ownLink(tx, ctx, { clientId, programId: program.id });

  const id = newId('invite', now);
  await insertInvite(tx, {
    id,
    programId: program.id,
    linkId: link.id,
    clientId,
    status: 'pending',
    channel: input.channel,
    friendLabelEncrypted: input.label ? ctx.vault.encrypt(input.label) : null,
    message: input.message || null,
    createdAt: now,
    expiresAt: addDays(now, program.inviteExpiryDays),
    ...friend,
  });
  await insertInteraction(tx, { kind: 'send', linkId: link.id, inviteId: id, clientId, occurredAt: now });
  const mailed = friend !== null;
  await recordChange(tx, ctx, {
    action: 'invite.created',
    subjectType: 'invite',
    subjectId: id,
    to: 'pending',
    payload: { mailed },
  });
  const url = shareUrl(ctx, link.code);
  return { id, link: { code: link.code, url }, shareText: shareText(program, url, input.message), mailed };
}

async function requireRunningProgram(tx: Tx, ctx: Context, programId: string): Promise<ProgramRow> {
  const program = await getProgram(tx, programId);
  if (!program) throw notFound('program');
  if (!isRunning(program, ctx.clock.now())) {
    throw new AppError('not_eligible', {
      userMessage: 'This program takes no new invites right now. Choose another one, or come back later.',
    });
  }
  return program;
}

async function requirePlace(tx: Tx, program: ProgramRow, clientId: string): Promise<void> {
  if (program.maxInvitesPerPatient === null) return;
  const live = await countLiveInvites(tx, { clientId, programId: program.id });
  if (live >= program.maxInvitesPerPatient) {
    throw new AppError('not_eligible', {
      userMessage: `You have invited ${live} friends, which is the most this program allows. An invite that ends makes room for another.`,
    });
  }
}

async function friendContact(
  tx: Tx,
  ctx: Context,
  key: { clientId: string; programId: string },
  email: string | undefined,
) {
  if (!email) return null;
  const normalised = normaliseEmail(email);
  const self = await getClient(tx, key.clientId);
  if (self?.emailNormalised === normalised) {
    throw new AppError('invalid_input', {
      userMessage: "This is your own address. Write your friend's.",
      fields: { friendEmail: "Write your friend's address, not your own." },
    });
  }
  const friendHash = addressHash(ctx, normalised);
  if (await wasInvited(tx, { ...key, friendHash })) throw invitedBefore();
  return { friendContactEncrypted: ctx.vault.encrypt(normalised), friendHash };
}

function invitedBefore(cause?: unknown): AppError {
  return new AppError('already_exists', {
    userMessage: 'You invited this address already. Each friend is invited once.',
    fields: { friendEmail: 'You invited this address already.' },
    cause,
  });
}

/** The patient's link of a program, made now if the program only just started. */
async function ownLink(tx: Tx, ctx: Context, key: { clientId: string; programId: string }) {
  const find = async () =>
    (await listFriendLinks(tx, key.clientId)).find((link) => link.programId === key.programId);
  const link = await find();
  if (link) return link;
  await giveFriendLinks(tx, ctx, key.clientId);
  const made = await find();
  invariant(made, 'an active program gives a link');
  return made;
}

/** @throws `not_found`, `not_eligible` */
export async function createFriendLink(ctx: Context, programId: string) {
  const { clientId } = ctx.scope;
  invariant(clientId, 'patients have links');
  const { code } = await inScope(ctx, async (tx) => {
    await requireRunningProgram(tx, ctx, programId);
    return ownLink(tx, ctx, { clientId, programId });
  });
  return { code, url: shareUrl(ctx, code) };
}
