'use client';

import type { Outputs } from '@goodword/api';
import { trpc } from '@goodword/web';
import { Act } from '../../lib/act.tsx';

type Reward = Outputs['rewards']['list']['rows'][number];

/** What the state of a reward allows. */
export function RewardActions({ reward }: { reward: Reward }) {
  const { id, clientName, words, status, moves } = reward;
  const hold = trpc.rewards.hold.useMutation();
  const release = trpc.rewards.release.useMutation();
  const cancel = trpc.rewards.cancel.useMutation();
  const about = `${words} of ${clientName}`;
  return (
    <span className="flex flex-wrap gap-2">
      {status === 'held' && (
        <Act
          label="Release"
          name={`Release ${about}`}
          size="sm"
          variant="primary"
          title="Release this reward?"
          consequence={`${about} goes back to where it was before it was held.`}
          reason="optional"
          done="The reward is released"
          run={({ reason }) => release.mutateAsync({ id, reason: reason || undefined })}
        />
      )}
      {moves.includes('held') && (
        <Act
          label="Hold"
          name={`Hold ${about}`}
          size="sm"
          title="Hold this reward?"
          consequence={`${about} cannot be used until somebody releases it.`}
          reason="required"
          done="The reward is held"
          undo={{ run: () => release.mutateAsync({ id }), undone: 'The reward is released again' }}
          run={({ reason }) => hold.mutateAsync({ id, reason })}
        />
      )}
      {moves.includes('cancelled') && (
        <Act
          label="Cancel"
          name={`Cancel ${about}`}
          size="sm"
          tone="danger"
          confirmLabel="Cancel reward"
          title="Cancel this reward?"
          consequence={`${about} is taken away for good.`}
          reason="required"
          done="The reward is cancelled"
          run={({ reason }) => cancel.mutateAsync({ id, reason })}
        />
      )}
      {moves.length === 0 && '—'}
    </span>
  );
}
