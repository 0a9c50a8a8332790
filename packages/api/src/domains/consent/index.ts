export { moveConsents, withdrawEvidence } from './change-consent.ts';
export { consentEventsOf } from './consent.queries.ts';
export {
  type ConsentEvent,
  type ConsentKey,
  type CurrentConsents,
  consentedScopes,
  currentConsents,
  isConsented,
  type Recipient,
} from './consent.ts';
export { grantConsents, type NewConsent } from './grant-consents.ts';
export { describeConsents } from './read-consents.ts';
export { consentWording } from './wording.ts';
