export { listDeadJobs } from './jobs.queries.ts';
