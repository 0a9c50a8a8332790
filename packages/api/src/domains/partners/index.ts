export { addDefaultEngagement, enrolPartner, type NewPartner } from './enrol-partner.ts';
export { ownPartner } from './own-partner.ts';
export { blankToNull, regionsOutsideType, requireRegionsOfType } from './partner.ts';
export { optionalPhone, optionalWebsite } from './partner-fields.schema.ts';
export {
  type EngagementRow,
  type EngagementWithType,
  findEngagement,
  findPartner,
  getPartner,
  listEngagements,
  listMembers,
  type PartnerRow,
  updatePartnerRow,
} from './partners.queries.ts';
export { normalisePhone } from './phone.ts';
export { describeTerms, rateProblem, type Terms } from './terms.ts';
export { differing, toColumns } from './update-partner.ts';
