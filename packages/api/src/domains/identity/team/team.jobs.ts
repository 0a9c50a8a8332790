import { issueToken } from '../../../auth/tokens.ts';
import type { JobHandler } from '../../../jobs/job.ts';
import { inScope } from '../../../platform/context.ts';
import { sendMessage } from '../../notifications/index.ts';
import { appUrl } from '../account/app-url.ts';
import { teamInvitedMail } from './mails/team-invited.tsx';
import { findTeamInvitation, partnerNameOf } from './team.queries.ts';

const mailInvitation: JobHandler = {
  name: 'identity.mail-team-invitation',
  on: ['team.invited', 'team.invitation_resent'],
  async run(ctx, event) {
    const found = await inScope(ctx, async (tx) => {
      const row = await findTeamInvitation(tx, event.subjectId);
      if (!row || row.acceptedAt || row.revokedAt) return undefined;
      return { ...row, partnerName: row.partnerId ? await partnerNameOf(tx, row.partnerId) : undefined };
    });
    if (!found) return;
    const { id, audience, partnerId, name, partnerName } = found;
    await sendMessage(ctx, {
      template: teamInvitedMail,
      to: found.email,
      subjectId: id,
      dedupeKey: `${event.id}:${teamInvitedMail.name}:${id}`,
      data: async (tx) => {
        // The secret is made with the message that carries it; an earlier link stops working.
        const subject = { purpose: 'join_team', subjectId: id } as const;
        const secret = await issueToken(tx, ctx, partnerId ? { ...subject, partnerId } : subject);
        return { name, partnerName: partnerName ?? null, url: `${appUrl(ctx, audience)}/join/${secret}` };
      },
    });
  },
};

export const teamJobs: JobHandler[] = [mailInvitation];
