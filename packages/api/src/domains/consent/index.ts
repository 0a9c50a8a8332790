export { withdrawEvidence } from './change-consent.ts';
export { consentEventsOf, recipientNames } from './consent.queries.ts';
export {
  type ConsentEvent,
  type ConsentKey,
  consentedScopes,
  currentConsents,
  isConsented,
  isTakenBack,
} from './consent.ts';
export { grantConsents, grantUnlessTakenBack, type NewConsent } from './grant-consents.ts';
export { describeConsents, takenBackSince } from './read-consents.ts';
export { consentWording } from './wording.ts';
