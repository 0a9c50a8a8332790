'use client';

import type { Outputs } from '@goodword/api';
import {
  Alert,
  Avatar,
  Badge,
  Card,
  DateOnly,
  EmptyState,
  Page,
  PageHeader,
  SimpleTable,
  TextLink,
} from '@goodword/ui';
import { useMay, usePerson } from '../../frame/person.tsx';

type Member = Outputs['portalProfile']['members'][number];

const roles = {
  owner: 'Owner: agreement, profile, leads, referrals and money',
  member: 'Member: leads, referrals, links; reads the rest',
};

/** Who of the partner signs in, and what each may do. */
export function TeamScreen({ members }: { members: Member[] }) {
  const { accountId } = usePerson();
  const may = useMay();
  return (
    <Page>
      <PageHeader title="Team" description="The people of your company who sign in here." />
      <Card padded={false}>
        {members.length === 0 ? (
          <EmptyState drawing="people" title="Nobody here yet" />
        ) : (
          <SimpleTable
            label="Team"
            rows={members}
            getRowKey={(member) => member.accountId}
            columns={[
              {
                key: 'name',
                header: 'Name',
                cell: (member) => (
                  <span className="flex items-center gap-2.5">
                    <Avatar name={member.name} size="sm" />
                    {member.name}
                    {member.accountId === accountId && <Badge>You</Badge>}
                  </span>
                ),
              },
              { key: 'email', header: 'E-mail', cell: (member) => member.email },
              {
                key: 'role',
                header: 'Role',
                cell: (member) => (member.role ? roles[member.role] : '—'),
              },
              { key: 'since', header: 'Since', cell: (member) => <DateOnly value={member.createdAt} /> },
            ]}
          />
        )}
      </Card>
      <Alert tone="info" title="Adding or removing a colleague">
        {may('portal.own')
          ? 'Write to your contact with us: we check the person and send the invitation.'
          : 'An owner of your team asks us; we check the person and send the invitation.'}{' '}
        Each person has an own account, and a <TextLink href="/security">second step at sign-in</TextLink>{' '}
        keeps it safe.
      </Alert>
    </Page>
  );
}
