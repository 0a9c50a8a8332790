import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { invariant } from '../../shared/errors.ts';
import {
  describeClosedGate,
  describeTerms,
  lawGate,
  listLawDecisions,
  planAt,
  rangeFor,
  readTermsSources,
  type TermsSources,
  termsInForce,
} from '../terms/index.ts';
import type { EngagementWithType } from './partners.queries.ts';
import type { engagementOutput } from './partners.schema.ts';

const BACK = 'Back to what counts without it: the terms of the group, else those of the type.';

/**
 * Engagements with the terms in force and why, as staff see them.
 * @param currency of flat amounts
 */
export async function describeEngagements(
  tx: Tx,
  rows: readonly EngagementWithType[],
  { currency, now }: { currency: string; now: Date },
): Promise<z.infer<typeof engagementOutput>[]> {
  const sources = await readTermsSources(
    tx,
    rows.map(({ engagement }) => engagement.id),
  );
  const described: z.infer<typeof engagementOutput>[] = [];
  for (const { engagement, type } of rows) {
    const from = sources.get(engagement.id);
    invariant(from, 'an engagement has terms');
    const { terms, ...inForce } = termsInForce(from, engagement.endedAt ?? now);
    const pays = type.regulated && terms.direction !== 'none';
    const gate = pays
      ? lawGate(type, await listLawDecisions(tx, type.code), { regions: engagement.regions, at: now })
      : null;
    described.push({
      ...engagement,
      typeName: type.name,
      terms: { ...terms, tiers: terms.tiers ? [...terms.tiers] : null },
      sentence: describeTerms(terms, currency),
      inForce,
      plans: from.plans.map((plan) => ({
        ...plan,
        sentence: plan.released ? BACK : describeTerms(plan, currency),
      })),
      coming: comingTerms(from, inForce.source, now).map(({ name, effectiveFrom, ...coming }) => ({
        name,
        effectiveFrom,
        sentence: coming.released ? BACK : describeTerms(coming, currency),
      })),
      range: rangeFor(type, engagement.regions),
      blockedByLaw: gate && !gate.open ? `${describeClosedGate(gate)}, so nothing is paid.` : null,
    });
  }
  return described;
}

/** What begins later: plans of the engagement, and, where no plan holds, what its group says. */
function comingTerms({ plans, memberships }: TermsSources, source: string, now: Date) {
  const group = source === 'engagement' ? null : planAt(memberships, now)?.group;
  return [
    ...plans,
    ...(group?.terms ?? []).map((terms) => ({ ...terms, name: `group ${group?.name}` })),
  ].filter(({ effectiveFrom }) => effectiveFrom > now);
}
