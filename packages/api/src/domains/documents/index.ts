export { attachDocument } from './attach-document.ts';
export {
  keepDocumentsOfPartnerUntil,
  keepDocumentsUntil,
  listDocuments,
  moveDocuments,
  removeDocument,
  removeDocumentsAbout,
} from './keep-documents.ts';
