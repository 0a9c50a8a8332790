import { defineMachine } from './machine.ts';

export const partnerMachine = defineMachine('partner', ['invited', 'pending_review'], {
  invited: ['pending_review', 'terminated'],
  pending_review: ['approved', 'rejected', 'terminated'],
  approved: ['active', 'terminated'],
  active: ['inactive', 'suspended', 'terminated'],
  inactive: ['active', 'suspended', 'terminated'],
  suspended: ['active', 'inactive', 'terminated'],
  rejected: ['pending_review'],
  terminated: [],
});
export type PartnerStatus = (typeof partnerMachine.states)[number];

/** Who pays whom under an engagement. */
export const directions = ['we_pay', 'partner_pays', 'none'] as const;
export type Direction = (typeof directions)[number];

/** How the amount comes about. `split` cuts a gross commission between the partner and us. */
export const formulas = ['percent', 'flat', 'tiers', 'split', 'none'] as const;
export type Formula = (typeof formulas)[number];

/** What the rate applies to. */
export const bases = ['deal_value', 'gross_commission', 'service_value', 'none'] as const;
export type Base = (typeof bases)[number];

/** What makes the commission due. */
export const triggers = ['deal_verified', 'service_delivered', 'drawdown', 'instalment', 'none'] as const;
export type Trigger = (typeof triggers)[number];

/** When contact data may open on a share, consent given. */
export const contactOpensAt = ['sent', 'accepted', 'never'] as const;
export type ContactOpensAt = (typeof contactOpensAt)[number];

export const coverageMachine = defineMachine('coverage', ['available', 'coming_soon', 'unavailable'], {
  available: ['coming_soon', 'unavailable'],
  coming_soon: ['available', 'unavailable'],
  unavailable: ['available', 'coming_soon'],
});
export type CoverageStatus = (typeof coverageMachine.states)[number];

/** Credentials the seeded types ask for, and what else partners hold. */
export const credentialKinds = [
  'rera',
  'state_licence',
  'emirate_licence',
  'insurance',
  'bar_admission',
] as const;

const credentialKindNames: Record<(typeof credentialKinds)[number], string> = {
  rera: 'RERA number',
  state_licence: 'State licence',
  emirate_licence: 'Emirate licence',
  insurance: 'Insurance',
  bar_admission: 'Bar admission',
};

/** A kind of credential in words; the catalogue may ask for kinds of its own. */
export function credentialKindName(kind: string): string {
  const known = Object.entries(credentialKindNames).find(([key]) => key === kind)?.[1];
  if (known) return known;
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
