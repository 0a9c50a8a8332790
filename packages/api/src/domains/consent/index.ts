export { moveConsents, withdrawEvidence } from './change-consent.ts';
export { consentEventsOf } from './consent.queries.ts';
export { type ConsentEvent, consentedScopes, currentConsents, isConsented } from './consent.ts';
export { grantConsents, type NewConsent } from './grant-consents.ts';
export { describeConsents } from './read-consents.ts';
export { consentWording } from './wording.ts';
