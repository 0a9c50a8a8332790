'use client';

import type { Outputs } from '@goodword/api';
import { Button, ConfirmDialog, type TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useBulk } from '../../lib/use-bulk.ts';

type Reward = Outputs['rewards']['list']['rows'][number];

/** Makes the chosen rewards usable before their waiting days are over, each for itself. */
export function ApproveRewards({ selection }: { selection: TableSelection<Reward> }) {
  const approve = trpc.rewards.approve.useMutation();
  const settle = useBulk(selection, (row) => row.clientName);
  const { keys } = selection;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="primary">
          Approve selected
        </Button>
      }
      title={`Approve ${keys.length} ${keys.length === 1 ? 'reward' : 'rewards'}?`}
      consequence="They become usable at once, without waiting for the days that are left."
      confirmLabel="Approve"
      tone="primary"
      onConfirm={async () => {
        const { results } = await approve.mutateAsync({ ids: keys });
        settle(results, { one: 'reward', many: 'rewards', did: 'approved' });
      }}
    />
  );
}
