export {
  type ClientRow,
  findPatient,
  getPatient,
  updateClient,
} from './patients.queries.ts';
