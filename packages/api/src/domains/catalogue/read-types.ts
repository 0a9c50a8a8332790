import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { requireOrganisation } from '../identity/index.ts';
import { decisionCounts, describeTerms, lawGate, listLawDecisions, termsOf } from '../terms/index.ts';
import { countEngagements, getPartnerType, listPartnerTypes } from './catalogue.queries.ts';
import type { partnerTypeList, typeDetail, typeSummaryList } from './catalogue.schema.ts';

/** The types somebody new can work in. */
export async function listOpenTypes(ctx: Context): Promise<z.infer<typeof partnerTypeList>> {
  const types = await inScope(ctx, listPartnerTypes);
  return types.filter(({ retiredAt }) => retiredAt === null);
}

/** All types, retired ones too, with what hangs on them. */
export async function listTypes(ctx: Context): Promise<z.infer<typeof typeSummaryList>> {
  return inScope(ctx, async (tx) => {
    const { currency } = await requireOrganisation(tx);
    const counts = await countEngagements(tx);
    return (await listPartnerTypes(tx)).map((type) => ({
      ...type,
      sentence: describeTerms(type, currency),
      engagements: counts.get(type.code)?.running ?? 0,
    }));
  });
}

/** One type with its decisions on the law and its history. @throws `not_found` */
export async function getType(ctx: Context, code: string): Promise<z.infer<typeof typeDetail>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const type = await getPartnerType(tx, code);
    const { currency } = await requireOrganisation(tx);
    const decisions = await listLawDecisions(tx, code);
    const counts = (await countEngagements(tx)).get(code);
    return {
      ...type,
      terms: { ...termsOf(type), tiers: type.tiers },
      sentence: describeTerms(type, currency),
      engagements: counts?.running ?? 0,
      ownTerms: counts?.own ?? 0,
      decisions: decisions.map((decision) => ({ ...decision, counts: decisionCounts(decision, now) })),
      lawGate: type.regulated ? lawGate(type, decisions, { regions: type.regions, at: now }) : null,
      timeline: await timelineOf(tx, [code, ...decisions.map(({ id }) => id)]),
    };
  });
}
