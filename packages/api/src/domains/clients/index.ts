export {
  type ClientRow,
  deleteClient,
  findPatient,
  getClient,
  insertClient,
  lockClientByEmail,
  updateClient,
} from './clients.queries.ts';
export { addUnprovenClient, emptyClient, joinClient, proveAddress, recordClient } from './join-client.ts';
