export { addDefaultEngagement, enrolPartner, type NewPartner } from './enrol-partner.ts';
export { ownPartner } from './own-partner.ts';
export { blankToNull, regionsOutsideType, requireRegionsOfType } from './partner.ts';
export {
  type EngagementRow,
  type EngagementWithType,
  findEngagement,
  findPartner,
  getPartner,
  listEngagements,
  listMembers,
  type PartnerRow,
} from './partners.queries.ts';
export { normalisePhone } from './phone.ts';
export { describeTerms, rateProblem, type Terms } from './terms.ts';
