import { defineMachine } from './machine.ts';

/** Work that takes long: done in batches by the worker, row by row, with progress. */
export const runMachine = defineMachine('run', ['queued'], {
  queued: ['running', 'cancelled', 'failed'],
  running: ['completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
});
export type RunStatus = (typeof runMachine.states)[number];

/** States of a run that is still to be worked. */
export const openRunStatuses = ['queued', 'running'] as const satisfies readonly RunStatus[];

export const runKinds = ['partner_import_check', 'partner_import'] as const;
export type RunKindName = (typeof runKinds)[number];

/** What became of one row; in a check, what would become of it. `changed`: left alone, because it changed after the check. */
export const runRowResults = ['created', 'updated', 'unchanged', 'refused', 'changed'] as const;
export type RunRowResult = (typeof runRowResults)[number];
