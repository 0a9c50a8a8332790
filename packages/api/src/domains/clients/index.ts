export { changeAddress } from './change-address.ts';
export { isUnproven } from './client.ts';
export {
  type ClientRow,
  deleteClient,
  findClientByEmail,
  findPatient,
  getClient,
  holdClient,
  insertClient,
  lockClientByEmail,
  updateClient,
} from './clients.queries.ts';
export { addUnprovenClient, emptyClient, joinClient, proveAddress, recordClient } from './join-client.ts';
