export { APP_ROLE, type ConnectOptions, connect, type Database, type Scope, type Tx } from './client.ts';
export { DEAD_QUEUE, JOB_EXPIRES_SECONDS, JOB_QUEUE } from './queues.ts';
