export { runImportCommand } from './import-command.ts';
export {
  type ImportedRow,
  type ImportReport,
  type ImportRequest,
  importPartners,
} from './import-partners.ts';
