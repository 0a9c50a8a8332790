export { acceptReferral } from './change-referral-status.ts';
export { firstName, INTAKE_WITHIN_DAYS } from './partner-referral.ts';
export {
  getPartnerFacts,
  getReferral,
  holdPartnerFacts,
  lockReferral,
  type PartnerReferralRow,
  partnerReferralTable,
  updateReferral,
} from './partner-referrals.queries.ts';
export { referralTokenInput } from './partner-referrals.schema.ts';
export { referralOfLink } from './referral-link.ts';
export { addReferral, refuseOwnAddress } from './submit-referral.ts';
