export { countOverdueChecks } from './yearly-checks.queries.ts';
