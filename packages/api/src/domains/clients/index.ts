export { changeAddress } from './change-address.ts';
export {
  type ClientRow,
  deleteClient,
  findPatient,
  getClient,
  holdClient,
  insertClient,
  lockClientByEmail,
  updateClient,
} from './clients.queries.ts';
export { addUnprovenClient, emptyClient, joinClient, proveAddress, recordClient } from './join-client.ts';
