export { readRun } from './read-runs.ts';
export type { RunKind } from './run-kind.ts';
export {
  findRun,
  forgetRunRows,
  listRunIdsOf,
  listRunRows,
  type NewRunRow,
  type RunRecord,
  type RunRowRecord,
} from './runs.queries.ts';
export { startRun } from './start-run.ts';
export { workRuns } from './work-runs.ts';
