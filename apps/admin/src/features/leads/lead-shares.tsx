'use client';

import type { Outputs } from '@goodword/api';
import { Card, DateTime, EmptyState, SimpleTable, StatusBadge, TextLink } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';

type Share = Outputs['leads']['get']['shares'][number];

const openStates: readonly Share['status'][] = ['sent', 'accepted', 'in_progress'];

function ticksOf({ tickContact, tickBudget, tickRequirements }: Share): string {
  const ticked = [tickContact && 'contact', tickBudget && 'budget', tickRequirements && 'requirements'];
  return ticked.filter(Boolean).join(', ') || 'nothing personal';
}

function Withdraw({ share }: { share: Share }) {
  const withdraw = trpc.shares.withdraw.useMutation();
  return (
    <Act
      label="Withdraw"
      name={`Withdraw from ${share.partnerName}`}
      size="sm"
      tone="danger"
      title={`Withdraw the lead from ${share.partnerName}?`}
      consequence="The partner loses sight of everything about the client at once and is told that the share ended."
      reason="required"
      done={`Withdrawn from ${share.partnerName}`}
      run={({ reason }) => withdraw.mutateAsync({ id: share.id, reason })}
    />
  );
}

/** Who has this lead, and what came of it. */
export function LeadShares({ shares }: { shares: readonly Share[] }) {
  const may = useMay();
  return (
    <Card title="Shared with" padded={false}>
      {shares.length === 0 ? (
        <EmptyState title="Shared with nobody" compact>
          A qualified lead can be shared with partners who cover its region.
        </EmptyState>
      ) : (
        <SimpleTable
          label="Shared with"
          rows={shares}
          getRowKey={(row) => row.id}
          columns={[
            {
              key: 'partner',
              header: 'Partner',
              cell: (row) => (
                <>
                  <TextLink href={`/partners/${row.partnerId}`}>{row.partnerName}</TextLink>
                  <span className="block text-[0.8125rem] text-ink-soft">{row.partnerTypeName}</span>
                </>
              ),
            },
            {
              key: 'status',
              header: 'Status',
              cell: (row) => <StatusBadge status={row.outcome ?? row.status} />,
            },
            { key: 'ticks', header: 'Ticked', cell: (row) => ticksOf(row) },
            {
              key: 'when',
              header: 'When',
              cell: (row) =>
                row.status === 'sent' ? (
                  <>
                    Answer by <DateTime value={row.answerBy} style="short" />
                  </>
                ) : (
                  <DateTime value={row.endedAt ?? row.acceptedAt ?? row.sentAt} style="short" />
                ),
            },
            { key: 'reason', header: 'Reason', cell: (row) => row.endReason ?? '—' },
            {
              key: 'do',
              header: 'Do',
              cell: (row) =>
                may('shares.manage') && openStates.includes(row.status) ? <Withdraw share={row} /> : '—',
            },
          ]}
        />
      )}
    </Card>
  );
}
