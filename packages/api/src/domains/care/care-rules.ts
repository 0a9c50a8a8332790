import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { findRule, insertRules, listRules, putRule } from './care.queries.ts';
import type { careRuleList, setCareRuleInput } from './care.schema.ts';

/** Every partner type with its rule; one without has no cadence and no limit. */
export async function readRules(ctx: Context): Promise<z.infer<typeof careRuleList>> {
  return inScope(ctx, async (tx) => {
    const { currency } = await requireOrganisation(tx);
    return (await listRules(tx)).map((row) => ({ ...row, currency: row.currency ?? currency }));
  });
}

/** @throws `not_found` for a type we do not have */
export async function setRule(ctx: Context, input: z.output<typeof setCareRuleInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    const found = await findRule(tx, input.partnerTypeCode);
    if (!found) throw notFound('partner type');
    const { rule } = found;
    const fields = (['cadenceDays', 'giftLimitMinor', 'currency'] as const).filter(
      (key) => (rule?.[key] ?? null) !== input[key],
    );
    if (rule && fields.length === 0) return;
    await putRule(tx, { ...input, changedAt: ctx.clock.now() });
    await recordChange(tx, ctx, {
      action: 'care_rule.changed',
      subjectType: 'partner_type',
      subjectId: input.partnerTypeCode,
      fields,
    });
  });
}

interface TypeToRule {
  code: string;
  direction: string;
  regulated: boolean;
}

const QUARTER_DAYS = 90;
const HALF_YEAR_DAYS = 180;
const FIRST_LIMIT_MINOR = 100_00n;

/**
 * What an installation starts with, to be changed by its staff: a contact every quarter where no money flows and the
 * relation is all there is, every half year elsewhere; regulated types may be given nothing.
 */
export async function installRules(
  tx: Tx,
  { types, currency, now }: { types: readonly TypeToRule[]; currency: string; now: Date },
): Promise<void> {
  await insertRules(
    tx,
    types.map(({ code, direction, regulated }) => ({
      partnerTypeCode: code,
      cadenceDays: direction === 'none' ? QUARTER_DAYS : HALF_YEAR_DAYS,
      giftLimitMinor: regulated ? 0n : FIRST_LIMIT_MINOR,
      currency,
      changedAt: now,
    })),
  );
}
