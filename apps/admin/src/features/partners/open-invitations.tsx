'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  type BadgeProps,
  Button,
  Card,
  DateOnly,
  EmptyState,
  RelativeTime,
  SimpleTable,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';

type Invitation = Outputs['partners']['invitations'][number];

const states: Record<Exclude<Invitation['state'], 'waiting'>, { label: string; tone: BadgeProps['tone'] }> = {
  sending: { label: 'On its way', tone: 'neutral' },
  expired: { label: 'Expired', tone: 'warning' },
  revoked: { label: 'Taken back', tone: 'danger' },
};

function LinkState({ invitation }: { invitation: Invitation }) {
  const { state, expiresAt } = invitation;
  if (state !== 'waiting') return <Badge tone={states[state].tone}>{states[state].label}</Badge>;
  return <>works until {expiresAt && <RelativeTime value={expiresAt} />}</>;
}

function Actions({ invitation }: { invitation: Invitation }) {
  const { partnerId: id, name, state } = invitation;
  const resend = trpc.partners.resendInvitation.useMutation();
  const revoke = trpc.partners.revokeInvitation.useMutation();
  return (
    <span className="flex flex-wrap gap-2">
      <Act
        label="Send again"
        name={`Send the invitation of ${name} again`}
        size="sm"
        title={`Send ${name} a new link?`}
        consequence="A new mail goes out. The link in the earlier one stops working at once."
        done="The invitation is on its way"
        run={() => resend.mutateAsync({ id })}
      />
      {state !== 'revoked' && (
        <Act
          label="Take back"
          name={`Take back the invitation of ${name}`}
          size="sm"
          tone="danger"
          title={`Take back the invitation of ${name}?`}
          consequence="The link in the mail stops working at once. The partner stays, and you can send a new link later."
          done="The invitation is taken back"
          run={() => revoke.mutateAsync({ id })}
        />
      )}
    </span>
  );
}

/** Partners that were asked and for which nobody signs in yet. */
export function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const may = useMay();
  const manages = may('partners.manage');
  if (invitations.length === 0) {
    return (
      <Card>
        <EmptyState
          title="No open invitation"
          action={manages && <Button href="/partners/invite">Invite a partner</Button>}
        >
          Everybody who was asked has an account.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padded={false}>
      <SimpleTable
        label="Open invitations"
        rows={invitations}
        getRowKey={(row) => row.partnerId}
        columns={[
          {
            key: 'name',
            header: 'Partner',
            cell: (row) => (
              <>
                <TextLink href={`/partners/${row.partnerId}`}>{row.name}</TextLink>
                <span className="block text-[0.8125rem] text-ink-soft">{row.email}</span>
              </>
            ),
          },
          { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
          { key: 'by', header: 'Invited by', cell: (row) => row.invitedByName ?? 'Applied by itself' },
          {
            key: 'sent',
            header: 'Sent',
            cell: (row) => (row.sentAt ? <DateOnly value={row.sentAt} /> : '—'),
          },
          { key: 'link', header: 'Link', cell: (row) => <LinkState invitation={row} /> },
          ...(manages
            ? [{ key: 'do', header: 'Do', cell: (row: Invitation) => <Actions invitation={row} /> }]
            : []),
        ]}
      />
    </Card>
  );
}
