export {
  findOrganisation,
  insertOrganisation,
  type OrganisationRow,
  requireOrganisation,
  updateOrganisation,
} from './organisation.queries.ts';
