'use client';

import type { Outputs } from '@goodword/api';
import { changeStaffRoleInput, inviteStaffInput, staffRoles } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  DateOnly,
  FormActions,
  FormError,
  humanize,
  RelativeTime,
  SelectField,
  SimpleTable,
  Skeleton,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, SignInHistory, trpc, useDone } from '@goodword/web';
import { usePerson } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Member = Outputs['staff']['list'][number];
type Invitation = Outputs['staff']['invitations'][number];
type Role = Member['role'];

/** What a role is for; the full table stands in the documentation. */
const roleWords: Record<Role, string> = {
  admin: 'Admin: everything, settings and people included',
  manager: 'Manager: partners, programs, coverage and deals',
  coordinator: 'Coordinator: leads, referrals and introductions',
  finance: 'Finance: commissions, payouts and rewards',
  auditor: 'Auditor: reads everything, changes nothing',
};
const roleOptions = staffRoles.map((value) => ({ value, label: roleWords[value] }));

function InviteForm({ close }: { close: () => void }) {
  const invite = trpc.staff.invite.useMutation();
  const done = useDone();
  const form = useZodForm(inviteStaffInput, { name: '', email: '', role: 'coordinator' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await invite.mutateAsync(values);
        close();
        done(`${values.name} is invited`);
      }}
    >
      <FormError />
      <TextField name="name" label="Name" autoComplete="off" />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="off"
        help="The invitation goes here."
      />
      <SelectField name="role" label="Role" options={roleOptions} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Send invitation</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function RoleForm({ member, close }: { member: Member; close: () => void }) {
  const change = trpc.staff.changeRole.useMutation();
  const done = useDone();
  const form = useZodForm(changeStaffRoleInput, { accountId: member.accountId, role: member.role });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await change.mutateAsync(values);
        close();
        done(`${member.name} has a new role`);
      }}
    >
      <FormError />
      <SelectField name="role" label="Role" options={roleOptions} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save role</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Read when it is opened: nobody needs it for all of a list. */
function SignIns({ accountId }: { accountId: string }) {
  const history = trpc.staff.signIns.useQuery({ accountId });
  if (history.error) return <Alert tone="danger">{history.error.message}</Alert>;
  if (!history.data) return <Skeleton className="h-24" />;
  return <SignInHistory signIns={history.data} />;
}

function SignInsDialog({ member }: { member: Member }) {
  return (
    <FormDialog
      label="Sign-ins"
      name={`Sign-ins of ${member.name}`}
      buttonSize="sm"
      title={`Sign-ins of ${member.name}`}
      description="The newest 50, kept for 400 days."
    >
      {() => <SignIns accountId={member.accountId} />}
    </FormDialog>
  );
}

function MemberActions({ member }: { member: Member }) {
  const { accountId, name, disabledAt } = member;
  const person = usePerson();
  const disable = trpc.staff.disable.useMutation();
  const enable = trpc.staff.enable.useMutation();
  if (person.accountId === accountId) return 'You';
  if (disabledAt) {
    return (
      <Act
        label="Open again"
        name={`Open the account of ${name} again`}
        size="sm"
        title={`Open the account of ${name} again?`}
        consequence="They can sign in again with what they had."
        done={`The account of ${name} is open again`}
        run={() => enable.mutateAsync({ accountId })}
      />
    );
  }
  return (
    <span className="flex flex-wrap gap-2">
      <FormDialog
        label="Change role"
        name={`Change role of ${name}`}
        buttonSize="sm"
        title={`Role of ${name}`}
        description="It counts from the next click they make."
        size="sm"
      >
        {(close) => <RoleForm member={member} close={close} />}
      </FormDialog>
      <Act
        label="Close account"
        name={`Close the account of ${name}`}
        size="sm"
        tone="danger"
        title={`Close the account of ${name}?`}
        consequence="They are signed out at once and cannot sign in. What they did stays in the history."
        done={`The account of ${name} is closed`}
        run={() => disable.mutateAsync({ accountId })}
      />
    </span>
  );
}

function InvitationActions({ invitation }: { invitation: Invitation }) {
  const { id, name } = invitation;
  const resend = trpc.staff.resendInvitation.useMutation();
  const revoke = trpc.staff.revokeInvitation.useMutation();
  return (
    <span className="flex flex-wrap gap-2">
      <Act
        label="Send again"
        name={`Send the invitation of ${name} again`}
        size="sm"
        title={`Send ${name} a new link?`}
        consequence="A new mail goes out. The link in the earlier one stops working."
        done="The invitation is on its way"
        run={() => resend.mutateAsync({ id })}
      />
      <Act
        label="Take back"
        name={`Take back the invitation of ${name}`}
        size="sm"
        tone="danger"
        title={`Take back the invitation of ${name}?`}
        consequence="The link in the mail stops working."
        done="The invitation is taken back"
        run={() => revoke.mutateAsync({ id })}
      />
    </span>
  );
}

export interface StaffListProps {
  staff: readonly Member[];
  invitations: readonly Invitation[];
  canManage: boolean;
}

/** Who signs in to this app, and who is invited to. */
export function StaffList({ staff, invitations, canManage }: StaffListProps) {
  return (
    <>
      <Card
        title="Staff"
        padded={false}
        actions={
          canManage && (
            <FormDialog
              label="Invite a colleague"
              variant="primary"
              buttonSize="sm"
              title="Invite a colleague"
              size="sm"
            >
              {(close) => <InviteForm close={close} />}
            </FormDialog>
          )
        }
      >
        <SimpleTable
          label="Staff"
          rows={staff}
          getRowKey={(row) => row.accountId}
          columns={[
            {
              key: 'name',
              header: 'Name',
              cell: (row) => (
                <>
                  {row.name}
                  <span className="block text-[0.8125rem] text-ink-soft">{row.email}</span>
                </>
              ),
            },
            { key: 'role', header: 'Role', cell: (row) => humanize(row.role) },
            {
              key: 'signIn',
              header: 'Sign-in',
              cell: (row) =>
                row.disabledAt ? (
                  <Badge tone="danger">Closed</Badge>
                ) : (
                  <Badge tone={row.twoFactor ? 'success' : 'warning'}>
                    {row.twoFactor ? 'Two factors' : 'Password only'}
                  </Badge>
                ),
            },
            { key: 'since', header: 'Since', cell: (row) => <DateOnly value={row.createdAt} /> },
            { key: 'history', header: 'History', cell: (row) => <SignInsDialog member={row} /> },
            ...(canManage
              ? [{ key: 'do', header: 'Do', cell: (row: Member) => <MemberActions member={row} /> }]
              : []),
          ]}
        />
      </Card>
      {invitations.length > 0 && (
        <Card title="Invited" padded={false}>
          <SimpleTable
            label="Invited"
            rows={invitations}
            getRowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: 'Name',
                cell: (row) => (
                  <>
                    {row.name}
                    <span className="block text-[0.8125rem] text-ink-soft">{row.email}</span>
                  </>
                ),
              },
              { key: 'role', header: 'Role', cell: (row) => (row.role ? humanize(row.role) : '—') },
              { key: 'by', header: 'Invited by', cell: (row) => row.invitedByName ?? '—' },
              { key: 'on', header: 'On', cell: (row) => <DateOnly value={row.createdAt} /> },
              {
                key: 'until',
                header: 'Link',
                cell: (row) =>
                  row.expired ? (
                    <Badge tone="warning">Expired</Badge>
                  ) : (
                    <>
                      works until <RelativeTime value={row.expiresAt} />
                    </>
                  ),
              },
              ...(canManage
                ? [
                    {
                      key: 'do',
                      header: 'Do',
                      cell: (row: Invitation) => <InvitationActions invitation={row} />,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
    </>
  );
}
