export { installApplicationForm } from './applications/install-form.ts';
export { countStalled } from './checklist/checklist.queries.ts';
export { enrolPartner } from './enrol-partner.ts';
export { regionsOutsideType } from './partner.ts';
export { optionalPhone, optionalWebsite } from './partner-fields.schema.ts';
export { updatePartnerRow } from './partners.queries.ts';
export { normalisePhone } from './phone.ts';
export { differing, toColumns } from './update-partner.ts';
