export { getClient } from './clients.queries.ts';
export { addUnprovenClient, emptyClient, joinClient, proveAddress, recordClient } from './join-client.ts';
