import type { Tx } from '@goodword/db';
import { invites } from '@goodword/db/schema';
import { inviteMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { getProgram, type ProgramRow, payerProblem } from '../programs/index.ts';
import { endedInvite } from './ended-invite.ts';
import { type InviteRow, insertInteraction, listRegisteredInvites, lockClients } from './invites.queries.ts';

/** A friend's consultation, as far as it decides about an invite. */
export interface Care {
  friendClientId: string;
  payer: string;
  jurisdiction?: string | undefined;
  completedAt: Date;
}

export interface Conversion {
  invite: InviteRow;
  program: ProgramRow;
}

/**
 * Converts the invites of a friend who had a consultation. A payer or place the program excludes disqualifies the
 * invite and stores why; so does care from before the invite. What a program promised while it ran is kept after it
 * ended. Locks friend and referrers until the end of the transaction.
 * @returns the invites that converted now
 */
export async function convertInvites(tx: Tx, ctx: Context, care: Care): Promise<Conversion[]> {
  const waiting = await listRegisteredInvites(tx, care.friendClientId);
  if (waiting.length === 0) return [];
  await lockClients(tx, [care.friendClientId, ...waiting.map((invite) => invite.clientId)]);

  const converted: Conversion[] = [];
  // Read again behind the lock: another event may have converted them while this one waited.
  for (const invite of await listRegisteredInvites(tx, care.friendClientId)) {
    const program = await getProgram(tx, invite.programId);
    invariant(program, 'an invite belongs to a program');
    if (care.completedAt > invite.expiresAt) continue;
    const problem =
      care.completedAt < invite.createdAt
        ? 'This person was a patient before the invite.'
        : payerProblem(program, care);
    if (problem) await disqualify(tx, ctx, invite, problem);
    else converted.push({ invite: await convert(tx, ctx, invite), program });
  }
  return converted;
}

async function convert(tx: Tx, ctx: Context, invite: InviteRow): Promise<InviteRow> {
  const now = ctx.clock.now();
  await moveState(tx, ctx, {
    machine: inviteMachine,
    table: invites,
    id: invite.id,
    to: 'converted',
    set: { convertedAt: now },
  });
  await insertInteraction(tx, {
    kind: 'conversion',
    linkId: invite.linkId,
    inviteId: invite.id,
    clientId: invite.clientId,
    occurredAt: now,
  });
  return { ...invite, status: 'converted', convertedAt: now };
}

async function disqualify(tx: Tx, ctx: Context, invite: InviteRow, reason: string): Promise<void> {
  await moveState(tx, ctx, {
    machine: inviteMachine,
    table: invites,
    id: invite.id,
    to: 'disqualified',
    set: endedInvite(invite, { at: ctx.clock.now(), reason }),
    reason,
  });
}
