export {
  getPartnerType,
  insertPartnerTypes,
  listPartnerTypes,
  type PartnerTypeRow,
} from './catalogue.queries.ts';
export { requireOpenType } from './open-type.ts';
export { seededPartnerTypes } from './partner-types.ts';
