import type { Base, Direction, Formula, Trigger } from '@goodword/db/vocabulary';
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
  tiers: readonly { fromDeals: number; rateBps: number }[] | null;
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

function tierWords(tiers: readonly { fromDeals: number; rateBps: number }[]): string {
  return tiers
    .map(({ fromDeals, rateBps }, index) =>
      index === 0 ? describeRate(rateBps) : `${describeRate(rateBps)} from ${fromDeals} verified deals on`,
    )
    .join(', ');
}

/** Only the numbers that the formula uses; nothing at all where no money changes hands. */
export function settleTerms(terms: Terms): Terms {
  const { direction, formula, base, trigger } = terms;
  const nothing = { rateBps: null, splitPartnerBps: null, flatAmountMinor: null, tiers: null };
  if (direction === 'none' || formula === 'none') {
    return { direction: 'none', formula: 'none', base: 'none', trigger: 'none', ...nothing };
  }
  const choices = { direction, formula, base, trigger, ...nothing };
  switch (formula) {
    case 'percent':
      return { ...choices, rateBps: terms.rateBps };
    case 'flat':
      return { ...choices, flatAmountMinor: terms.flatAmountMinor };
    case 'split':
      return { ...choices, rateBps: terms.rateBps, splitPartnerBps: terms.splitPartnerBps };
    case 'tiers':
      return {
        ...choices,
        rateBps: terms.rateBps,
        tiers: (terms.tiers ?? []).toSorted((left, right) => left.fromDeals - right.fromDeals),
      };
  }
}

/** The terms out of a row that holds more. */
export function termsOf(row: Terms): Terms {
  const { direction, formula, base, trigger, rateBps, splitPartnerBps, flatAmountMinor, tiers } = row;
  return { direction, formula, base, trigger, rateBps, splitPartnerBps, flatAmountMinor, tiers };
}
