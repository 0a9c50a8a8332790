export {
  getPartnerType,
  insertPartnerTypes,
  listPartnerTypes,
  type PartnerTypeRow,
} from './catalogue.queries.ts';
export { seededPartnerTypes } from './partner-types.ts';
