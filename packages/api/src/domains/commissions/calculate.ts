import type { Base, Direction, Formula, Trigger } from '@goodword/db/vocabulary';
import { applyRate, describeMoney, describeRate, type Money, splitByRate } from '../../shared/money.ts';

/** The terms of an engagement as they stand when a deal is verified. */
export interface CommissionTerms {
  direction: Direction;
  formula: Formula;
  base: Base;
  trigger: Trigger;
  rateBps: number | null;
  splitPartnerBps: number | null;
  /** A flat amount, in the partner's own currency. */
  flatAmountMinor: bigint | null;
  flatCurrency: string;
  tiers: readonly { fromDeals: number; rateBps: number }[] | null;
  /** Referral fees to this partner type are regulated by law: none is paid where no decision lets us. */
  regulated: boolean;
  /** Why the law gate of a regulated type is closed, in words; null when it is open. */
  closedGate?: string | null;
}

export interface DealFacts {
  /** What the partner did for the deal. */
  line: 'share' | 'referral' | 'introduction';
  valueMinor: bigint;
  currency: string;
  /** Verified deals under the same engagement before this one. */
  dealsBefore: number;
}

export interface DueCommission {
  due: true;
  direction: 'we_pay' | 'partner_pays';
  amountMinor: bigint;
  currency: string;
  /** What the last rate was applied to: the value, or for a split the gross commission. */
  baseMinor: bigint;
  /** The whole that was cut for a split; the partner's part and ours sum to it exactly. */
  split: { partnerMinor: bigint; oursMinor: bigint } | null;
  /** True when more must happen than the verified deal, such as a service delivered. */
  waits: boolean;
  steps: string[];
}

export interface NoCommission {
  due: false;
  /** In words for the person who asks why. */
  reason: string;
}

const baseWords: Record<Base, string> = {
  deal_value: 'Deal value',
  gross_commission: 'Deal value',
  service_value: 'Service value',
  none: 'Deal value',
};

const waitingWords: Partial<Record<Trigger, string>> = {
  service_delivered: 'Due once the service is delivered.',
  drawdown: 'Due once the loan is drawn down.',
  instalment: 'Due once the instalment is paid.',
};

/** What a deal earns under some terms, to the minor unit, with each step in words. Pure. */
export function calculateCommission(terms: CommissionTerms, deal: DealFacts): DueCommission | NoCommission {
  if (terms.regulated && terms.closedGate !== null) {
    return none(
      `${terms.closedGate ?? 'Referral fees are regulated for this partner type'}, so none is paid.`,
    );
  }
  if (terms.direction === 'none' || terms.formula === 'none') {
    return none('The terms of this engagement name no commission.');
  }
  if (terms.direction === 'partner_pays' && deal.line === 'referral') {
    return none('The partner pays for leads it gets from us, not for clients it sends to us.');
  }
  const outcome = applyFormula(terms, terms.direction, deal);
  if (!outcome.due) return outcome;
  if (outcome.amountMinor <= 0n) return none('The amount rounds to zero.');
  const waiting = waitingWords[terms.trigger];
  return waiting ? { ...outcome, waits: true, steps: [...outcome.steps, waiting] } : outcome;
}

function applyFormula(
  terms: CommissionTerms,
  direction: DueCommission['direction'],
  deal: DealFacts,
): DueCommission | NoCommission {
  const value = { amountMinor: deal.valueMinor, currency: deal.currency };
  const valueStep = `${baseWords[terms.base]}: ${describeMoney(value)}`;
  switch (terms.formula) {
    case 'flat':
      if (terms.flatAmountMinor === null) return incomplete('flat amount');
      return due(direction, {
        amount: { amountMinor: terms.flatAmountMinor, currency: terms.flatCurrency },
        baseMinor: deal.valueMinor,
        steps: [
          valueStep,
          `Flat amount: ${describeMoney({ amountMinor: terms.flatAmountMinor, currency: terms.flatCurrency })}`,
        ],
      });
    case 'percent':
      if (terms.rateBps === null) return incomplete('rate');
      return percentOf(value, terms.rateBps, direction, [valueStep]);
    case 'tiers': {
      const tier = tierFor(terms.tiers ?? [], deal.dealsBefore);
      const rateBps = tier?.rateBps ?? terms.rateBps;
      if (rateBps === null) return incomplete('rate');
      const place = `Deal number ${deal.dealsBefore + 1} under these terms: rate ${describeRate(rateBps)}`;
      return percentOf(value, rateBps, direction, [valueStep, place]);
    }
    case 'split':
      return splitOf(terms, direction, value, valueStep);
    case 'none':
      return none('The terms of this engagement name no commission.');
  }
}

function percentOf(
  value: Money,
  rateBps: number,
  direction: DueCommission['direction'],
  steps: string[],
): DueCommission {
  const amount = { ...value, amountMinor: applyRate(value.amountMinor, rateBps) };
  return due(direction, {
    amount,
    baseMinor: value.amountMinor,
    steps: [...steps, `${describeMoney(value)} × ${describeRate(rateBps)} = ${describeMoney(amount)}`],
  });
}

function splitOf(
  terms: CommissionTerms,
  direction: DueCommission['direction'],
  value: Money,
  valueStep: string,
): DueCommission | NoCommission {
  if (terms.rateBps === null) return incomplete('rate');
  if (terms.splitPartnerBps === null) return incomplete('split');
  const gross = { ...value, amountMinor: applyRate(value.amountMinor, terms.rateBps) };
  const { first: partnerMinor, rest: oursMinor } = splitByRate(gross.amountMinor, terms.splitPartnerBps);
  const partnerPart = describeMoney({ ...value, amountMinor: partnerMinor });
  const ourPart = describeMoney({ ...value, amountMinor: oursMinor });
  return {
    ...due(direction, {
      amount: { ...value, amountMinor: direction === 'we_pay' ? partnerMinor : oursMinor },
      baseMinor: gross.amountMinor,
      steps: [
        valueStep,
        `Gross commission: ${describeMoney(value)} × ${describeRate(terms.rateBps)} = ${describeMoney(gross)}`,
        `Split ${describeRate(terms.splitPartnerBps)} to the partner: ${partnerPart}, the rest to us: ${ourPart}`,
      ],
    }),
    split: { partnerMinor, oursMinor },
  };
}

/** The highest step that was reached. */
function tierFor(tiers: readonly { fromDeals: number; rateBps: number }[], dealsBefore: number) {
  return tiers
    .filter((tier) => tier.fromDeals <= dealsBefore)
    .reduce<(typeof tiers)[number] | undefined>(
      (best, tier) => (best && best.fromDeals > tier.fromDeals ? best : tier),
      undefined,
    );
}

function due(
  direction: DueCommission['direction'],
  parts: { amount: Money; baseMinor: bigint; steps: string[] },
): DueCommission {
  return {
    due: true,
    direction,
    amountMinor: parts.amount.amountMinor,
    currency: parts.amount.currency,
    baseMinor: parts.baseMinor,
    split: null,
    waits: false,
    steps: parts.steps,
  };
}

function none(reason: string): NoCommission {
  return { due: false, reason };
}

function incomplete(what: string): NoCommission {
  return none(`The terms of this engagement name no ${what}, so nothing could be calculated.`);
}
