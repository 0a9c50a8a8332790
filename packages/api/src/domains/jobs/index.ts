export { type DeadJob, listDeadJobs } from './jobs.queries.ts';
