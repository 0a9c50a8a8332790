export { type ClientRow, findClientByEmail, getClient, updateClient } from './clients.queries.ts';
export {
  addUnprovenClient,
  emptyClient,
  joinClient,
  type Person,
  proveAddress,
  recordClient,
} from './join-client.ts';
