'use client';

import type { Outputs } from '@goodword/api';
import { Card, Progress } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useEffect, useRef } from 'react';
import { useMay } from '../frame/role.tsx';
import { Act } from './act.tsx';
import { isOpenRun, runTitles } from './run-words.ts';

type Run = Outputs['runs']['get'];

const POLL_MS = 1000;

/** How far a run is. It goes on without this page, which reads itself anew when the run has ended. */
export function RunProgress({ run: first }: { run: Run }) {
  const may = useMay();
  const cancel = trpc.runs.cancel.useMutation();
  const done = useDone();
  const { data: run = first } = trpc.runs.get.useQuery(
    { id: first.id },
    {
      initialData: first,
      refetchInterval: ({ state }) => (state.data && !isOpenRun(state.data) ? false : POLL_MS),
    },
  );
  const hasEnded = !isOpenRun(run);
  const told = useRef(false);
  useEffect(() => {
    if (!hasEnded || told.current) return;
    told.current = true;
    done(run.status === 'completed' ? 'Done' : `The run is ${run.status}`);
  }, [hasEnded, run.status, done]);
  return (
    <Card
      title={runTitles[run.kind]}
      description="You can leave this page; the work goes on, and its result will be here."
      actions={
        may('runs.manage') &&
        !hasEnded && (
          <Act
            label="Cancel"
            title="Cancel this run?"
            consequence="It stops within a second. What is done by then stays done."
            confirmLabel="Stop it"
            tone="danger"
            done="The run has stopped"
            run={() => cancel.mutateAsync({ id: run.id })}
          />
        )
      }
    >
      <Progress
        value={run.done}
        max={run.total}
        tone="accent"
        label="Progress"
        valueText={run.status === 'queued' ? 'Waiting to start' : `${run.done} of ${run.total} rows`}
      />
    </Card>
  );
}
