export { insertOrganisation, type OrganisationRow, requireOrganisation } from './organisation.queries.ts';
