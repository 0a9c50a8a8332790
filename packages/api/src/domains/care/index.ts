export { countOverdue } from './care.queries.ts';
export { installRules } from './care-rules.ts';
