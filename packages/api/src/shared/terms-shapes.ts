import { bases, directions, formulas, triggers } from '@goodword/db/vocabulary';
import { z } from 'zod';

const rate = z
  .number()
  .int('Write at most two decimals.')
  .min(0, 'A rate cannot be below 0 %.')
  .max(10_000, 'A rate cannot be above 100 %.');

const tier = z.strictObject({
  fromDeals: z.number().int('Write a whole number.').min(0, 'Write 0 or more.').max(1_000_000),
  rateBps: rate,
});

/** Terms as somebody sets them: complete for the formula that was chosen. */
export const termsField = z
  .strictObject({
    direction: z.enum(directions),
    formula: z.enum(formulas),
    base: z.enum(bases),
    trigger: z.enum(triggers),
    rateBps: rate.nullable().default(null),
    splitPartnerBps: rate.nullable().default(null),
    flatAmountMinor: z.bigint().positive('Write an amount above zero.').nullable().default(null),
    tiers: z.array(tier).max(20, 'At most 20 steps.').nullable().default(null),
  })
  .superRefine((terms, refuse) => {
    if (terms.direction === 'none') return;
    const needs = (path: string, missing: boolean, message: string) =>
      missing && refuse.addIssue({ code: 'custom', path: [path], message });
    needs('formula', terms.formula === 'none', 'Choose how the amount is calculated.');
    needs('base', terms.base === 'none', 'Choose what it is calculated from.');
    needs('trigger', terms.trigger === 'none', 'Choose when it is due.');
    needs(
      'rateBps',
      ['percent', 'split'].includes(terms.formula) && terms.rateBps === null,
      'Write the rate.',
    );
    needs(
      'splitPartnerBps',
      terms.formula === 'split' && terms.splitPartnerBps === null,
      'Write the share of the partner.',
    );
    needs('flatAmountMinor', terms.formula === 'flat' && terms.flatAmountMinor === null, 'Write the amount.');
    if (terms.formula !== 'tiers') return;
    const starts = (terms.tiers ?? []).map(({ fromDeals }) => fromDeals);
    needs('tiers', starts.length === 0, 'Add at least one step.');
    needs('tiers', new Set(starts).size < starts.length, 'Two steps begin at the same number of deals.');
  });

/** Terms as they are read. */
export const termsOutput = z.object({
  direction: z.enum(directions),
  formula: z.enum(formulas),
  base: z.enum(bases),
  trigger: z.enum(triggers),
  rateBps: z.number().nullable(),
  splitPartnerBps: z.number().nullable(),
  flatAmountMinor: z.bigint().nullable(),
  tiers: z.array(z.object({ fromDeals: z.number(), rateBps: z.number() })).nullable(),
});
