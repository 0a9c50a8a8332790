/** Queue for all jobs, and where a job goes that failed for good. */
export const JOB_QUEUE = 'jobs';
export const DEAD_QUEUE = 'dead';
/** A job whose process was killed is handed out again after this time. */
export const JOB_EXPIRES_SECONDS = 30;
