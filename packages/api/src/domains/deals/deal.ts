import type { LeadShareStatus, LeadStatus } from '@goodword/db/vocabulary';

/** Through what a deal came about, read from the columns that name it. */
export type DealOrigin = 'share' | 'referral' | 'introduction' | 'direct';

export interface OriginColumns {
  shareId: string | null;
  partnerReferralId: string | null;
  introductionId: string | null;
}

export function originOf(deal: OriginColumns): DealOrigin {
  if (deal.shareId) return 'share';
  if (deal.introductionId) return 'introduction';
  return deal.partnerReferralId ? 'referral' : 'direct';
}

/** Leads on which business can be closed. */
export function leadTakesDeal(status: LeadStatus): boolean {
  return status === 'qualified' || status === 'in_progress';
}

/** Shares whose partner took the lead on. */
export function shareTakesDeal(status: LeadShareStatus): boolean {
  return status === 'accepted' || status === 'in_progress' || status === 'closed';
}

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}
