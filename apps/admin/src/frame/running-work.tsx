'use client';

import { Progress, TextLink, useUi } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { isOpenRun, runHref, runTitles } from '../lib/run-words.ts';

const POLL_MS = 2000;
/** Somebody else may start something at any time; that can wait. */
const IDLE_POLL_MS = 30_000;

/** Long work that is under way, or ended a moment ago, on every page but its own. */
export function RunningWork() {
  const { pathname } = useUi();
  const { data } = trpc.runs.list.useQuery(
    { open: true, limit: 3 },
    { refetchInterval: ({ state }) => (state.data?.rows.some(isOpenRun) ? POLL_MS : IDLE_POLL_MS) },
  );
  const runs = data?.rows.filter((run) => runHref(run) !== pathname) ?? [];
  if (runs.length === 0) return null;
  return (
    <section
      aria-label="Running work"
      className="fixed right-4 bottom-4 z-20 grid w-72 max-w-[calc(100vw-2rem)] gap-3 rounded-card border border-line bg-surface p-3 text-sm shadow-pop"
    >
      {runs.map((run) => (
        <div key={run.id} className="grid gap-1">
          {isOpenRun(run) ? (
            <Progress
              value={run.done}
              max={run.total}
              tone="accent"
              label={runTitles[run.kind]}
              valueText={`${run.done} of ${run.total}`}
            />
          ) : (
            <span className="text-ink-soft">
              {runTitles[run.kind]}: {run.status}
            </span>
          )}
          <TextLink href={runHref(run)}>{isOpenRun(run) ? 'Watch it' : 'See the result'}</TextLink>
        </div>
      ))}
    </section>
  );
}
