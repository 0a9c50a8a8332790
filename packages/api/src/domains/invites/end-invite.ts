import { invites } from '@goodword/db/schema';
import { inviteMachine } from '@goodword/db/vocabulary';
import { consumeToken, readToken } from '../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { forgetMessagesAbout, suppressAddress } from '../notifications/index.ts';
import { firstName } from '../programs/index.ts';
import { endedInvite } from './ended-invite.ts';
import { getClient, getInvite } from './invites.queries.ts';

/**
 * Staff take an invite out. A converted one is reversed; its rewards that were not used are then cancelled.
 * @throws `not_found`, `illegal_move`
 */
export async function disqualifyInvite(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const invite = await getInvite(tx, input.id);
    if (!invite) throw notFound('invite');
    await moveState(tx, ctx, {
      machine: inviteMachine,
      table: invites,
      id: input.id,
      to: invite.status === 'converted' ? 'reversed' : 'disqualified',
      set: endedInvite(invite, { at: ctx.clock.now(), reason: input.reason }),
      reason: input.reason,
    });
    await forgetMessagesAbout(tx, invite.id);
  });
}

/** What the page behind the decline link says. Uses nothing up. */
export async function readDecline(ctx: Context, token: string) {
  // The link is the credential of somebody we do not know.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'decline_invite', token);
    const invite = await getInvite(tx, subjectId);
    const referrer = invite ? await getClient(tx, invite.clientId) : undefined;
    return {
      referrerFirstName: firstName(referrer?.name ?? ''),
      organisationName: (await requireOrganisation(tx)).name,
    };
  });
}

/** The friend wants no invitation: the invite ends and this address is never written to again. */
export async function declineInvite(ctx: Context, token: string): Promise<void> {
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const { subjectId } = await consumeToken(tx, ctx, 'decline_invite', token);
    const invite = await getInvite(tx, subjectId);
    if (!invite) return;
    if (invite.friendHash) await suppressAddress(tx, system, invite.friendHash, 'declined an invitation');
    // Whoever joined in the meantime stays a patient; only the silence is noted.
    if (invite.status !== 'pending') return;
    await moveState(tx, system, {
      machine: inviteMachine,
      table: invites,
      id: invite.id,
      to: 'declined',
      set: endedInvite(invite, { at: ctx.clock.now(), reason: 'The friend declined.' }),
    });
    await forgetMessagesAbout(tx, invite.id);
  });
}
