export { countOverdue, givenInYear, rulesOfPartner } from './care.queries.ts';
export { yearOf } from './care.ts';
export { installRules } from './care-rules.ts';
