'use client';

import type { Outputs } from '@goodword/api';
import { Button, Card, CopyField, DateOnly, EmptyState, Money, Stat, StatGrid } from '@goodword/ui';
import { Gift, Handshake, UserPlus } from 'lucide-react';
import { placeName } from '../../lib/regions.ts';
import { RequestStatus } from '../../lib/request-status.tsx';

export interface HomeProps {
  friends: Outputs['invites']['home'];
  wallet: Outputs['rewards']['wallet'];
  requests: Outputs['requests']['mine'];
}

const openStates = new Set(['pending', 'matched', 'intro_sent', 'connected']);

/** What there is to do and what there is to have. */
export function Home({ friends, wallet, requests }: HomeProps) {
  const open = requests.rows.filter(({ status }) => openStates.has(status));
  return (
    <>
      <Share friends={friends} />
      <StatGrid className="grid-cols-2 sm:grid-cols-3">
        <Stat
          label="Credit"
          href="/rewards"
          icon={<Gift />}
          value={<Credit wallet={wallet} />}
          help={<NextExpiry wallet={wallet} />}
        />
        <Stat
          label="Friends joined"
          href="/friends"
          icon={<UserPlus />}
          value={friends.programs.reduce((sum, { stats }) => sum + stats.joined, 0)}
        />
        <Stat label="Open requests" href="/professionals" icon={<Handshake />} value={open.length} />
      </StatGrid>
      <Requests rows={open} />
    </>
  );
}

function Share({ friends }: { friends: HomeProps['friends'] }) {
  const [program] = friends.programs;
  if (!program) {
    return (
      <Card>
        <EmptyState compact title="No program runs at the moment" drawing="people">
          You can refer friends again as soon as one starts.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card
      title="Know somebody who would like us?"
      description={program.referrerOffer}
      actions={
        <Button variant="primary" icon={<UserPlus />} href="/friends">
          Refer a friend
        </Button>
      }
    >
      {program.link && <CopyField label="Your link" value={program.link.url} />}
    </Card>
  );
}

function Credit({ wallet }: { wallet: HomeProps['wallet'] }) {
  const [first, ...more] = wallet.balances;
  if (!first) return 'None yet';
  return (
    <>
      <Money amountMinor={first.amountMinor} currency={first.currency} />
      {more.length > 0 && <span className="text-ink-faint text-sm"> and more</span>}
    </>
  );
}

function NextExpiry({ wallet }: { wallet: HomeProps['wallet'] }) {
  const balance = wallet.balances.find(({ nextExpiry }) => nextExpiry);
  if (!balance?.nextExpiry) return null;
  return (
    <span>
      <Money amountMinor={balance.nextExpiry.amountMinor} currency={balance.currency} /> ends on{' '}
      <DateOnly value={balance.nextExpiry.at} />
    </span>
  );
}

function Requests({ rows }: { rows: Outputs['requests']['mine']['rows'] }) {
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState
          compact
          title="Looking for a professional?"
          drawing="map"
          action={<Button href="/professionals">Find a professional</Button>}
        >
          We introduce you to people we know and have checked, where you need them.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Your requests" padded={false}>
      <ul className="divide-y divide-line border-line border-t">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 px-5 py-3.5">
            <span className="grid text-sm">
              <span className="font-medium text-ink">
                {row.partnerTypeName} in {placeName(row.region)}
              </span>
              <span className="text-[0.8125rem] text-ink-soft">for {row.groupName}</span>
            </span>
            <span className="flex items-center gap-3">
              <RequestStatus status={row.status} />
              <Button size="sm" href={`/professionals/${row.id}`}>
                Open
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
