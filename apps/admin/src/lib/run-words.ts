import type { RunKindName, RunStatus } from '@goodword/api/client';

/** What a run does, while it does it. */
export const runTitles: Record<RunKindName, string> = {
  partner_import_check: 'Checking a file with partners',
  partner_import: 'Importing partners',
};

/** Where a run is watched and its result read. */
export function runHref(run: { kind: RunKindName; subjectId: string }): string {
  return `/partners/import/${run.subjectId}`;
}

export function isOpenRun({ status }: { status: RunStatus }): boolean {
  return status === 'queued' || status === 'running';
}
