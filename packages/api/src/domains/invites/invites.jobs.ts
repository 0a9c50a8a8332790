import type { Tx } from '@goodword/db';
import { invites } from '@goodword/db/schema';
import { inviteMachine } from '@goodword/db/vocabulary';
import { issueToken } from '../../auth/tokens.ts';
import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { forgetMessagesAbout, sendMessage } from '../notifications/index.ts';
import { describeFriendOffer, firstName, getFriendLink, shareUrl } from '../programs/index.ts';
import { endedInvite } from './ended-invite.ts';
import {
  getClient,
  getInvite,
  hasVerifiedPatient,
  listInvitesPastExpiry,
  lockInvite,
} from './invites.queries.ts';
import { friendInvitation } from './mails/friend-invitation.tsx';

const BATCH = 200;

const mailFriend: JobHandler = {
  name: 'invites.mail-friend',
  on: ['invite.created'],
  async run(ctx, event) {
    if (event.payload.mailed !== true) return;
    const facts = await inScope(ctx, async (tx) => {
      const invite = await getInvite(tx, event.subjectId);
      if (invite?.status !== 'pending' || !invite.friendContactEncrypted) return null;
      const email = ctx.vault.decrypt(invite.friendContactEncrypted);
      // A patient of ours needs no invitation; the one who invites does not learn that they are one.
      if (await hasVerifiedPatient(tx, email)) return null;
      const referrer = await getClient(tx, invite.clientId);
      const found = await getFriendLink(tx, invite.linkId);
      invariant(found && referrer, 'an invite has a link and a referrer');
      return { invite, email, referrer, ...found };
    });
    if (!facts) return;
    const { invite, email, referrer, link, program } = facts;
    await sendMessage(ctx, {
      template: friendInvitation,
      to: email,
      subjectId: invite.id,
      dedupeKey: `${event.id}:${friendInvitation.name}:${invite.id}`,
      data: async (tx) => ({
        referrerFirstName: firstName(referrer.name),
        message: invite.message,
        friendOffer: describeFriendOffer(program),
        url: shareUrl(ctx, link.code),
        declineUrl: `${ctx.urls.patient}/decline/${await issueToken(tx, ctx, { purpose: 'decline_invite', subjectId: invite.id })}`,
      }),
    });
  },
};

const expireInvites: PeriodicTask = {
  name: 'invites.expire',
  everySeconds: 300,
  async run(ctx) {
    for (;;) {
      const at = ctx.clock.now();
      const ids = await inScope(ctx, (tx) => listInvitesPastExpiry(tx, at, BATCH));
      for (const id of ids) await inScope(ctx, (tx) => expireInvite(tx, ctx, id, at));
      if (ids.length < BATCH) return;
    }
  },
};

async function expireInvite(tx: Tx, ctx: Context, id: string, at: Date): Promise<void> {
  const invite = await lockInvite(tx, id);
  // Somebody joined or converted since the list was made.
  if (invite?.status !== 'pending' && invite?.status !== 'registered') return;
  await moveState(tx, ctx, {
    machine: inviteMachine,
    table: invites,
    id,
    to: 'expired',
    set: endedInvite(invite, { at, reason: 'Its time was over.' }),
  });
  await forgetMessagesAbout(tx, id);
}

export const invitesJobs: JobHandler[] = [mailFriend];
export const invitesTasks: PeriodicTask[] = [expireInvites];
