import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { rateProblem, requireLawGate, settleTerms } from '../terms/index.ts';
import {
  countEngagements,
  getPartnerType,
  insertPartnerType,
  nextPosition,
  type PartnerTypeRow,
  updatePartnerType,
} from './catalogue.queries.ts';
import type { createTypeInput, retireTypeInput, updateTypeInput } from './catalogue.schema.ts';

type TypeFields = Omit<z.infer<typeof createTypeInput>, 'code'>;

/** @throws `already_exists` (code), `invalid_input` (rates), `not_eligible` (law gate) */
export async function createType(ctx: Context, input: z.infer<typeof createTypeInput>): Promise<void> {
  const { code, ...fields } = input;
  await inScope(ctx, async (tx) => {
    await requireSound(tx, ctx, code, fields);
    const created = await insertPartnerType(tx, {
      code,
      position: await nextPosition(tx),
      ...columnsOf(fields),
    });
    if (!created) {
      throw new AppError('already_exists', {
        userMessage: 'A partner type with this code exists already. Change that one, or choose another code.',
        fields: { code: 'This code is taken.' },
      });
    }
    await recordChange(tx, ctx, {
      action: 'partner_type.created',
      subjectType: 'partner_type',
      subjectId: code,
    });
  });
}

/**
 * Changes what the type says from now on. Engagements that run keep the terms they have; what a partner of the type may
 * see follows at once. Of two editors at once one wins.
 * @returns the new version, and how many engagements keep their terms
 * @throws `not_found`, `stale`, `invalid_input` (rates), `not_eligible` (law gate)
 */
export async function updateType(
  ctx: Context,
  input: z.infer<typeof updateTypeInput>,
): Promise<{ version: number; untouched: number }> {
  const { code, version, reason, ...fields } = input;
  return inScope(ctx, async (tx) => {
    const before = await getPartnerType(tx, code);
    await requireSound(tx, ctx, code, fields);
    const columns = columnsOf(fields);
    const changed = changedFields(before, columns);
    const untouched = (await countEngagements(tx)).get(code)?.running ?? 0;
    if (changed.length === 0 && before.version === version) return { version, untouched };
    if (!(await updatePartnerType(tx, { code, version }, columns))) throw stale();
    await recordChange(tx, ctx, {
      action: 'partner_type.changed',
      subjectType: 'partner_type',
      subjectId: code,
      fields: changed,
      reason,
    });
    return { version: version + 1, untouched };
  });
}

/** Takes a type out of the choices for new partners, or back in. What runs goes on. @throws `not_found`, `stale` */
export async function retireType(ctx: Context, input: z.infer<typeof retireTypeInput>): Promise<void> {
  const { code, version, retired, reason } = input;
  await inScope(ctx, async (tx) => {
    const before = await getPartnerType(tx, code);
    if ((before.retiredAt !== null) === retired) return;
    const set = { retiredAt: retired ? ctx.clock.now() : null };
    if (!(await updatePartnerType(tx, { code, version }, set))) throw stale();
    await recordChange(tx, ctx, {
      action: retired ? 'partner_type.retired' : 'partner_type.reopened',
      subjectType: 'partner_type',
      subjectId: code,
      reason,
    });
  });
}

/** The type's own rates lie in its own range, everywhere it works; what is regulated pays only where the law allows it. */
async function requireSound(tx: Tx, ctx: Context, code: string, fields: TypeFields): Promise<void> {
  const terms = settleTerms(fields.terms);
  await requireLawGate(tx, {
    type: { code, name: fields.name, regulated: fields.regulated },
    terms,
    regions: fields.regions,
    at: ctx.clock.now(),
  });
  if (terms.direction === 'none' || fields.rateMinBps === null) return;
  const type = { ...fields, ...terms };
  const rates = terms.formula === 'tiers' ? (terms.tiers ?? []) : [{ rateBps: terms.rateBps }];
  for (const { rateBps } of rates) {
    const message = rateBps === null ? null : rateProblem(type, rateBps);
    if (message)
      throw new AppError('invalid_input', { userMessage: message, fields: { 'terms.rateBps': message } });
  }
}

function columnsOf({ terms, ...fields }: TypeFields) {
  const settled = settleTerms(terms);
  return { ...fields, ...settled, tiers: settled.tiers ? [...settled.tiers] : null };
}

/** A key order or a missing answer is no change. */
function changedFields(before: PartnerTypeRow, columns: ReturnType<typeof columnsOf>): string[] {
  const text = (value: unknown) =>
    JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? one.toString() : one));
  return Object.entries(columns)
    .filter(([name, value]) => text(before[name as keyof PartnerTypeRow]) !== text(value))
    .map(([name]) => name);
}

function stale(): AppError {
  return new AppError('stale', {
    userMessage:
      'Somebody else changed this type while you did. Reload to see what stands there now, then try again.',
  });
}
