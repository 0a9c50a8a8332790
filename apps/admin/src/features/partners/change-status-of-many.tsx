'use client';

import type { bulkPartnerMoves } from '@goodword/api/client';
import { Button, ConfirmDialog, DropdownMenu, type TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { requireAll, useBulk } from '../../lib/use-bulk.ts';
import type { PartnerInList } from './partner-in-list.ts';

type Move = (typeof bulkPartnerMoves)[number];

const moves: Record<Move, { label: string; did: string; consequence: string }> = {
  active: {
    label: 'Reactivate',
    did: 'reactivated',
    consequence: 'They can refer and receive leads again at once.',
  },
  inactive: {
    label: 'Deactivate',
    did: 'deactivated',
    consequence:
      'They keep their access and what they have, but receive nothing new until somebody reactivates them.',
  },
  suspended: {
    label: 'Suspend',
    did: 'suspended',
    consequence:
      'All their people are signed out at once and cannot come back in until somebody reactivates the partner.',
  },
};

/** Every move of a partner has a reason; so has the way back. */
const UNDONE = 'The change before was taken back.';

const order: readonly Move[] = ['active', 'inactive', 'suspended'];

/** Only between active and inactive nothing is lost on the way. */
function inverseOf(to: Move): 'active' | 'inactive' | null {
  if (to === 'suspended') return null;
  return to === 'active' ? 'inactive' : 'active';
}

export function ChangeStatusOfMany({ selection }: { selection: TableSelection<PartnerInList> }) {
  const change = trpc.partners.changeStatusOfMany.useMutation();
  const settle = useBulk(selection, (row) => row.name);
  const [to, setTo] = useState<Move>();
  const { keys: ids } = selection;

  async function run(move: Move, reason: string) {
    const { results } = await change.mutateAsync({ ids, to: move, reason });
    const back = inverseOf(move);
    const takeBack = (rows: readonly PartnerInList[], to: Move) => ({
      run: async () => {
        const undone = await change.mutateAsync({ ids: rows.map(({ id }) => id), to, reason: UNDONE });
        requireAll(undone.results);
      },
      undone: 'The partners are as they were',
    });
    const words = { one: 'partner', many: 'partners', did: moves[move].did };
    settle(results, words, back ? (rows) => takeBack(rows, back) : undefined);
  }

  return (
    <>
      <DropdownMenu
        label="Change status"
        align="start"
        trigger={
          <Button size="sm">
            Change status
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        items={order.map((move) => ({
          label: moves[move].label,
          danger: move === 'suspended',
          onSelect: () => setTo(move),
        }))}
      />
      {to && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setTo(undefined)}
          title={`${moves[to].label} ${ids.length === 1 ? '1 partner' : `${ids.length} partners`}?`}
          consequence={moves[to].consequence}
          confirmLabel={moves[to].label}
          tone={to === 'suspended' ? 'danger' : 'primary'}
          reason="required"
          onConfirm={({ reason }) => run(to, reason)}
        />
      )}
    </>
  );
}
