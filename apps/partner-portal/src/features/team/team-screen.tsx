'use client';

import type { Outputs } from '@goodword/api';
import {
  Alert,
  Avatar,
  Badge,
  Card,
  type DataTableColumn,
  DateOnly,
  Page,
  PageHeader,
  SimpleTable,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay, usePerson } from '../../frame/person.tsx';
import { Act } from '../../lib/act.tsx';
import { ChangeRole } from './change-role.tsx';
import { InviteColleague } from './invite-colleague.tsx';
import { roleTexts } from './roles.ts';
import { WaitingInvitations } from './waiting-invitations.tsx';

type Member = Outputs['portalProfile']['members'][number];

export interface TeamScreenProps {
  members: Member[];
  /** For owners; empty for everybody else. */
  invitations: Outputs['team']['invitations'];
}

/** Who of the partner signs in, and what each may do. Owners invite, change roles and remove. */
export function TeamScreen({ members, invitations }: TeamScreenProps) {
  const may = useMay();
  const owns = may('portal.own');
  const columns = useColumns(owns);
  return (
    <Page>
      <PageHeader
        title="Team"
        description="The people of your company who sign in here, each with an own account."
        actions={owns && <InviteColleague />}
      />
      <Card padded={false}>
        <SimpleTable label="Team" rows={members} getRowKey={({ accountId }) => accountId} columns={columns} />
      </Card>
      {owns && invitations.length > 0 && <WaitingInvitations invitations={invitations} />}
      <Alert tone="info">
        <p>Owner: {roleTexts.owner.description}</p>
        <p>Member: {roleTexts.member.description}</p>
        <p>
          A second step at sign-in keeps an account safe when a password leaks:{' '}
          <TextLink href="/security">turn it on for yours</TextLink>.
        </p>
      </Alert>
    </Page>
  );
}

function useColumns(owns: boolean): DataTableColumn<Member>[] {
  const { accountId: own } = usePerson();
  const may = useMay();
  const columns: DataTableColumn<Member>[] = [
    {
      key: 'name',
      header: 'Name',
      cell: ({ name, accountId }) => (
        <span className="flex items-center gap-2.5">
          <Avatar name={name} size="sm" />
          {name}
          {accountId === own && <Badge>You</Badge>}
        </span>
      ),
    },
    { key: 'email', header: 'E-mail', cell: ({ email }) => email },
    {
      key: 'role',
      header: 'Role',
      cell: ({ role }) => (role ? roleTexts[role].label : '—'),
    },
    { key: 'since', header: 'Since', cell: ({ createdAt }) => <DateOnly value={createdAt} /> },
  ];
  if (!may('portal.work')) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: 'Actions',
      align: 'right',
      cell: (member) => {
        if (member.accountId === own) return may('portal.work') && <LeaveTeam />;
        return owns && <MemberActions member={member} />;
      },
    },
  ];
}

/** A full load: the session is over. */
const toSignIn = () => window.location.assign('/sign-in');

function LeaveTeam() {
  const leave = trpc.team.leave.useMutation();
  return (
    <Act
      label="Leave"
      name="Leave the team"
      size="sm"
      tone="danger"
      title="Leave the team?"
      consequence="You are signed out at once and cannot sign in any more. What you did stays. An owner can invite you again."
      confirmLabel="Leave the team"
      done="You left the team"
      run={async () => {
        await leave.mutateAsync();
        toSignIn();
      }}
    />
  );
}

function MemberActions({ member }: { member: Member }) {
  const { accountId, name } = member;
  const remove = trpc.team.remove.useMutation();
  const transfer = trpc.team.transferOwnership.useMutation();
  return (
    <span className="flex flex-wrap justify-end gap-2">
      <ChangeRole member={member} />
      <Act
        label="Hand over"
        name={`Hand ownership to ${name}`}
        size="sm"
        title={`Make ${name} owner in your place?`}
        consequence="They become owner and you a member, in one step. Both of you sign in again."
        confirmLabel="Hand over"
        done={`${name} is owner now`}
        run={async () => {
          await transfer.mutateAsync({ accountId });
          toSignIn();
        }}
      />
      <Act
        label="Remove"
        name={`Remove ${name}`}
        size="sm"
        tone="danger"
        title={`Remove ${name} from the team?`}
        consequence="They are signed out at once and cannot sign in any more. What they did stays. You can invite them again."
        confirmLabel="Remove from team"
        done="Removed from the team"
        run={() => remove.mutateAsync({ accountId })}
      />
    </span>
  );
}
