export { type AuditFilter, listAuditEntries } from './audit.queries.ts';
export { auditEntryOutput } from './audit.schema.ts';
