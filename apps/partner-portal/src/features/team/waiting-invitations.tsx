'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Card, DateOnly, SimpleTable } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { Act } from '../../lib/act.tsx';
import { roleTexts } from './roles.ts';

type Invitation = Outputs['team']['invitations'][number];

/** Colleagues who were asked and have not set up their account yet. */
export function WaitingInvitations({ invitations }: { invitations: Invitation[] }) {
  const resend = trpc.team.resendInvitation.useMutation();
  const revoke = trpc.team.revokeInvitation.useMutation();
  return (
    <Card title="Invited" padded={false}>
      <SimpleTable
        label="Invited"
        rows={invitations}
        getRowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Name', cell: ({ name }) => name },
          { key: 'email', header: 'E-mail', cell: ({ email }) => email },
          { key: 'role', header: 'Role', cell: ({ role }) => (role ? roleTexts[role].label : '—') },
          { key: 'by', header: 'Invited by', cell: ({ invitedByName }) => invitedByName ?? '—' },
          { key: 'on', header: 'On', cell: ({ createdAt }) => <DateOnly value={createdAt} /> },
          {
            key: 'expires',
            header: 'Link works until',
            cell: ({ expired, expiresAt }) =>
              expired ? <Badge tone="warning">Expired</Badge> : <DateOnly value={expiresAt} />,
          },
          {
            key: 'actions',
            header: 'Actions',
            align: 'right',
            cell: ({ id, name }) => (
              <span className="flex flex-wrap justify-end gap-2">
                <Act
                  label="Send again"
                  name={`Send again to ${name}`}
                  size="sm"
                  title={`Send the invitation to ${name} again?`}
                  consequence="They get a new link; the one sent before stops working."
                  confirmLabel="Send again"
                  done="Invitation sent again"
                  run={() => resend.mutateAsync({ id })}
                />
                <Act
                  label="Withdraw"
                  name={`Withdraw the invitation of ${name}`}
                  size="sm"
                  tone="danger"
                  title={`Withdraw the invitation of ${name}?`}
                  consequence="Their link stops working."
                  confirmLabel="Withdraw invitation"
                  done="Invitation withdrawn"
                  run={() => revoke.mutateAsync({ id })}
                />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
