import type { Base, Direction, Formula, Trigger } from '@goodword/db/vocabulary';
import { AppError } from '../../shared/errors.ts';
import { describeMoney, describeRate, FULL_BPS } from '../../shared/money.ts';

/** The four choices that make up an engagement's terms, with their numbers. */
export interface Terms {
  direction: Direction;
  formula: Formula;
  base: Base;
  trigger: Trigger;
  rateBps: number | null;
  splitPartnerBps: number | null;
  flatAmountMinor: bigint | null;
  tiers: { fromDeals: number; rateBps: number }[] | null;
}

const baseWords: Record<Base, string> = {
  deal_value: 'the deal value',
  gross_commission: 'the gross commission',
  service_value: 'the service value',
  none: 'nothing',
};

const triggerWords: Record<Trigger, string> = {
  deal_verified: 'when a deal is verified',
  service_delivered: 'once the service is delivered',
  drawdown: 'when the loan is drawn down',
  instalment: 'with each instalment',
  none: 'never',
};

/**
 * The terms as one sentence for people on both sides.
 * @param currency of the flat amount, ISO 4217
 */
export function describeTerms(terms: Terms, currency: string): string {
  if (terms.direction === 'none' || terms.formula === 'none') return 'No money changes hands.';
  const amount = amountWords(terms, currency);
  const due = triggerWords[terms.trigger];
  return terms.direction === 'we_pay'
    ? `The partner earns ${amount} ${due}.`
    : `The partner pays ${amount} ${due}.`;
}

function amountWords(terms: Terms, currency: string): string {
  const rate = describeRate(terms.rateBps ?? 0);
  switch (terms.formula) {
    case 'percent':
      return `${rate} of ${baseWords[terms.base]}`;
    case 'flat':
      return `a flat ${describeMoney({ amountMinor: terms.flatAmountMinor ?? 0n, currency })}`;
    case 'tiers':
      return `${tierWords(terms.tiers ?? [])} of ${baseWords[terms.base]}`;
    case 'split': {
      const partner = terms.splitPartnerBps ?? 0;
      return `${describeRate(partner)} of the gross commission (${rate} of the deal value; ${describeRate(FULL_BPS - partner)} stays with us)`;
    }
    case 'none':
      return 'nothing';
  }
}

function tierWords(tiers: { fromDeals: number; rateBps: number }[]): string {
  return tiers
    .map(({ fromDeals, rateBps }, index) =>
      index === 0 ? describeRate(rateBps) : `${describeRate(rateBps)} from ${fromDeals} verified deals on`,
    )
    .join(', ');
}

export interface RateRange {
  name: string;
  direction: Direction;
  formula: Formula;
  rateMinBps: number | null;
  rateMaxBps: number | null;
}

/**
 * Why a rate is not possible for a partner type, in words; null when it is.
 * @param rateBps integer basis points
 */
export function rateProblem(type: RateRange, rateBps: number): string | null {
  if (type.direction === 'none' || type.formula === 'none') return `${type.name}: no money changes hands.`;
  const { rateMinBps, rateMaxBps } = type;
  if (rateMinBps === null || rateMaxBps === null) return `${type.name}: the rate is fixed.`;
  if (rateBps >= rateMinBps && rateBps <= rateMaxBps) return null;
  return `${type.name}: choose a rate from ${describeRate(rateMinBps)} to ${describeRate(rateMaxBps)}.`;
}

/**
 * Refuses new numbers that the partner type does not allow.
 * @throws `invalid_input` with the field
 */
export function requireAllowedTerms(
  type: RateRange,
  change: { rateBps?: number; splitPartnerBps?: number },
): void {
  const rate = change.rateBps === undefined ? null : rateProblem(type, change.rateBps);
  if (rate) throw refused('rateBps', rate);
  if (change.splitPartnerBps !== undefined && type.formula !== 'split') {
    throw refused('splitPartnerBps', `${type.name}: there is no split to change.`);
  }
}

function refused(field: string, message: string): AppError {
  return new AppError('invalid_input', { userMessage: message, fields: { [field]: message } });
}
