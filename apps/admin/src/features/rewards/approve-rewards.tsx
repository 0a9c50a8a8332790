'use client';

import type { Outputs } from '@goodword/api';
import { Button, ConfirmDialog, toast } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { BulkRefusals, type Refused } from '../../lib/bulk-refusals.tsx';

type Reward = Outputs['rewards']['list']['rows'][number];

export interface ApproveRewardsProps {
  rewards: readonly Reward[];
  clear: () => void;
}

/** Makes the chosen rewards usable before their waiting days are over, each for itself. */
export function ApproveRewards({ rewards, clear }: ApproveRewardsProps) {
  const approve = trpc.rewards.approve.useMutation();
  const done = useDone();
  const [refused, setRefused] = useState<Refused[]>([]);

  async function run() {
    const { results } = await approve.mutateAsync({ ids: rewards.map(({ id }) => id) });
    const failed = results.flatMap(({ id, ok, message }) => {
      const name = rewards.find((one) => one.id === id)?.clientName ?? id;
      return ok ? [] : [{ id, name, message: message ?? 'It was refused.' }];
    });
    const approved = results.length - failed.length;
    setRefused(failed);
    if (approved > 0) done(`${approved} ${approved === 1 ? 'reward' : 'rewards'} approved`);
    else toast.error('No reward was approved');
    if (failed.length === 0) clear();
  }

  return (
    <>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            Approve selected
          </Button>
        }
        title={`Approve ${rewards.length} ${rewards.length === 1 ? 'reward' : 'rewards'}?`}
        consequence="They become usable at once, without waiting for the days that are left."
        confirmLabel="Approve"
        tone="primary"
        onConfirm={run}
      />
      <BulkRefusals refused={refused} onClose={() => setRefused([])} clear={clear} />
    </>
  );
}
