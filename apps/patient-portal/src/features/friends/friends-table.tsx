'use client';

import type { Outputs } from '@goodword/api';
import { DataTable, type DataTableColumn, DateOnly, EmptyState, StatusBadge } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import type { Friend } from './types.ts';

const friendStatuses: Record<Friend['status'], string> = {
  invited: 'Invited',
  joined: 'Joined',
  ended: 'Ended',
};

const channels: Record<Friend['channel'], string> = {
  link: 'Your link',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
  sms: 'SMS',
  qr: 'QR code',
};

/** The name the patient gave, as long as it is kept; else the way the friend came. */
export function friendName(friend: Friend): string {
  if (friend.label) return friend.label;
  return friend.channel === 'link' || friend.channel === 'qr'
    ? 'A friend who used your link'
    : `A friend invited by ${friend.channel === 'email' ? 'e-mail' : channels[friend.channel]}`;
}

export function FriendStatus({ status }: { status: Friend['status'] }) {
  const tone = { invited: 'info', joined: 'success', ended: 'neutral' } as const;
  return <StatusBadge status={status} label={friendStatuses[status]} tone={tone[status]} />;
}

const columns: DataTableColumn<Friend>[] = [
  { key: 'name', header: 'Friend', cell: friendName, pinned: true },
  { key: 'status', header: 'Status', cell: (friend) => <FriendStatus status={friend.status} /> },
  { key: 'channel', header: 'Shared by', cell: (friend) => channels[friend.channel], hidden: true },
  { key: 'invited', header: 'Invited', cell: (friend) => <DateOnly value={friend.invitedAt} /> },
  {
    key: 'joined',
    header: 'Joined',
    cell: (friend) => (friend.joinedAt ? <DateOnly value={friend.joinedAt} /> : '—'),
  },
  { key: 'program', header: 'Program', cell: (friend) => friend.programName, hidden: true },
];

/** Of each friend: invited, joined or ended. What they do after joining is theirs. */
export function FriendsTable({ page }: { page: Outputs['invites']['mine'] }) {
  const { query, setQuery, pending } = useTableQuery();
  return (
    <section aria-labelledby="friends" className="grid gap-3">
      <div>
        <h2 id="friends" className="font-semibold text-ink">
          Your friends
        </h2>
        <p className="text-[0.8125rem] text-ink-soft leading-5">
          You see whether somebody joined. What a friend does here afterwards stays between them and us.
        </p>
      </div>
      <DataTable
        label="Your friends"
        rows={page.rows}
        columns={columns}
        getRowKey={(friend) => friend.id}
        rowHref={(friend) => `/friends/${friend.id}`}
        query={query}
        setQuery={setQuery}
        pending={pending}
        page={{ nextCursor: page.nextCursor }}
        empty={
          <EmptyState title="Nobody invited yet" drawing="people">
            Share your link above. Friends who join appear here by themselves.
          </EmptyState>
        }
      />
    </section>
  );
}
