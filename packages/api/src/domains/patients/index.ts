export {
  type ClientRow,
  findPatient,
  getPatient,
  type PatientReference,
  updateClient,
} from './patients.queries.ts';
