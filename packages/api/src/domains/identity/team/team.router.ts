import { z } from 'zod';
import { procedure, router } from '../../../trpc/trpc.ts';
import { signInList } from '../account/account.schema.ts';
import { signInsOfStaff } from '../account/read-sign-ins.ts';
import {
  inviteMember,
  inviteStaff,
  resendTeamInvitation,
  revokeTeamInvitation,
  waitingInvitations,
} from './invite-colleague.ts';
import { join, readJoining } from './join.ts';
import { changeMemberRole, leaveTeam, removeMember, transferOwnership } from './manage-members.ts';
import { changeStaffRole, disableStaff, enableStaff, readStaff } from './manage-staff.ts';
import type { WaitingInvitation } from './team.queries.ts';
import {
  changeMemberRoleInput,
  changeStaffRoleInput,
  colleagueIdInput,
  inviteMemberInput,
  inviteStaffInput,
  joinInput,
  joiningLinkInput,
  joiningOutput,
  memberInvitationList,
  staffInvitationList,
  staffList,
  teamInvitationIdInput,
  teamInvitationIdOutput,
} from './team.schema.ts';

const none = z.strictObject({}).optional();
const seesStaff = procedure.meta({ audiences: ['staff'], permission: 'settings.read' });
const managesStaff = procedure.meta({ audiences: ['staff'], permission: 'settings.manage' });
const ownsTeam = procedure.meta({ audiences: ['partner'], permission: 'portal.own' });
const byLink = procedure.meta({ audiences: ['staff', 'partner'], permission: 'public' });

function describe<Role>(row: WaitingInvitation, role: Role, now: Date) {
  const { id, name, email, createdAt, expiresAt, invitedByName } = row;
  return { id, name, email, createdAt, expiresAt, invitedByName, expired: expiresAt <= now, role };
}

/** Who signs in to the admin app. */
export const staffRouter = router({
  list: seesStaff
    .input(none)
    .output(staffList)
    .query(({ ctx }) => readStaff(ctx)),

  signIns: seesStaff
    .input(colleagueIdInput)
    .output(signInList)
    .query(({ ctx, input }) => signInsOfStaff(ctx, input.accountId)),

  invitations: seesStaff
    .input(none)
    .output(staffInvitationList)
    .query(async ({ ctx }) =>
      (await waitingInvitations(ctx, 'staff')).map((row) => describe(row, row.staffRole, ctx.clock.now())),
    ),

  invite: managesStaff
    .input(inviteStaffInput)
    .output(teamInvitationIdOutput)
    .mutation(({ ctx, input }) => inviteStaff(ctx, input)),

  resendInvitation: managesStaff
    .input(teamInvitationIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resendTeamInvitation(ctx, 'staff', input.id);
      return null;
    }),

  revokeInvitation: managesStaff
    .input(teamInvitationIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeTeamInvitation(ctx, 'staff', input.id);
      return null;
    }),

  changeRole: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage', confirmed: true })
    .input(changeStaffRoleInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeStaffRole(ctx, input);
      return null;
    }),

  disable: managesStaff
    .input(colleagueIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await disableStaff(ctx, input.accountId);
      return null;
    }),

  enable: managesStaff
    .input(colleagueIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await enableStaff(ctx, input.accountId);
      return null;
    }),
});

/** Who signs in for the caller's own partner. */
export const teamRouter = router({
  invitations: ownsTeam
    .input(none)
    .output(memberInvitationList)
    .query(async ({ ctx }) =>
      (await waitingInvitations(ctx, 'partner')).map((row) =>
        describe(row, row.partnerRole, ctx.clock.now()),
      ),
    ),

  invite: ownsTeam
    .input(inviteMemberInput)
    .output(teamInvitationIdOutput)
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),

  resendInvitation: ownsTeam
    .input(teamInvitationIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resendTeamInvitation(ctx, 'partner', input.id);
      return null;
    }),

  revokeInvitation: ownsTeam
    .input(teamInvitationIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeTeamInvitation(ctx, 'partner', input.id);
      return null;
    }),

  changeRole: procedure
    .meta({ audiences: ['partner'], permission: 'portal.own', confirmed: true })
    .input(changeMemberRoleInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeMemberRole(ctx, input);
      return null;
    }),

  transferOwnership: procedure
    .meta({ audiences: ['partner'], permission: 'portal.own', confirmed: true })
    .input(colleagueIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await transferOwnership(ctx, input.accountId);
      return null;
    }),

  leave: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work', confirmed: true })
    .input(none)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await leaveTeam(ctx);
      return null;
    }),

  remove: ownsTeam
    .input(colleagueIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await removeMember(ctx, input.accountId);
      return null;
    }),
});

/** The link in an invitation is the credential. Reading changes nothing: mail scanners follow links. */
export const joiningRouter = router({
  read: byLink
    .input(joiningLinkInput)
    .output(joiningOutput)
    .query(({ ctx, input }) => readJoining(ctx, input.token)),

  accept: byLink
    .input(joinInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await join(ctx, input);
      return null;
    }),
});
