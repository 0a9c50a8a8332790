import { partnerRoles, staffRoles } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { emailField, idField, passwordField, textField, tokenField } from '../../../shared/fields.ts';

const colleague = { name: textField('A name', 120), email: emailField };
const staffRole = z.enum(staffRoles, 'Choose a role.');
const partnerRole = z.enum(partnerRoles, 'Choose a role.');

export const inviteStaffInput = z.strictObject({ ...colleague, role: staffRole });
export const inviteMemberInput = z.strictObject({ ...colleague, role: partnerRole });

export const teamInvitationIdInput = z.strictObject({ id: idField });
export const colleagueIdInput = z.strictObject({ accountId: idField });

export const changeStaffRoleInput = z.strictObject({ accountId: idField, role: staffRole });
export const changeMemberRoleInput = z.strictObject({ accountId: idField, role: partnerRole });

export const staffList = z.array(
  z.object({
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    role: staffRole,
    twoFactor: z.boolean(),
    createdAt: z.date(),
    disabledAt: z.date().nullable(),
  }),
);

const invitation = {
  id: z.string(),
  name: z.string(),
  email: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  expired: z.boolean(),
  invitedByName: z.string().nullable(),
};
export const staffInvitationList = z.array(z.object({ ...invitation, role: staffRole.nullable() }));
export const memberInvitationList = z.array(z.object({ ...invitation, role: partnerRole.nullable() }));

export const teamInvitationIdOutput = z.object({ id: z.string() });

export const joiningLinkInput = z.strictObject({ token: tokenField });

/** What the page behind the invitation shows. */
export const joiningOutput = z.object({
  name: z.string(),
  email: z.string(),
  staffRole: staffRole.nullable(),
  partnerRole: partnerRole.nullable(),
  partnerName: z.string().nullable(),
});

export const joinInput = z.strictObject({
  token: tokenField,
  name: textField('Your name', 120),
  password: passwordField,
});
