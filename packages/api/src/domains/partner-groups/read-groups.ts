import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import type { Page } from '../../shared/pagination.ts';
import { listPartnerTypes } from '../catalogue/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { describeTerms, planAt, rangeFor, termsOf } from '../terms/index.ts';
import { listMoves } from './group-moves.queries.ts';
import { describeAmount, describeRule, describeWindow, placesOf } from './partner-group.ts';
import { countMembers, listGroupRows, listGroupTerms } from './partner-groups.queries.ts';
import type { groupDetail, groupList, groupMove, listMovesInput } from './partner-groups.schema.ts';

type Summary = z.infer<typeof groupList>[number];
type TermsRow = Summary['terms'][number];

/** Every group, the highest first, with what holds in it. */
export async function listGroups(ctx: Context): Promise<Summary[]> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => summaries(tx, await describeAllTerms(tx), now));
}

/** One group with all that was ever said in it. @throws `not_found` */
export async function getGroup(ctx: Context, { id }: { id: string }): Promise<z.infer<typeof groupDetail>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const all = await describeAllTerms(tx);
    const summary = (await summaries(tx, all, now)).find((group) => group.id === id);
    if (!summary) throw notFound('group');
    const { currency } = await requireOrganisation(tx);
    const types = (await listPartnerTypes(tx)).filter(
      ({ code, retiredAt }) =>
        retiredAt === null && (summary.partnerTypeCode === null || summary.partnerTypeCode === code),
    );
    return {
      ...summary,
      allTerms: all.filter(({ groupId }) => groupId === id),
      types: types.map((type) => ({
        code: type.code,
        name: type.name,
        terms: { ...termsOf(type), tiers: type.tiers },
        sentence: describeTerms(type, currency),
        range: rangeFor(type, placesOf(type)),
      })),
      timeline: await timelineOf(tx, [id]),
    };
  });
}

/** Moves of one partner or into and out of one group, with what explains them. */
export async function readMoves(
  ctx: Context,
  input: z.output<typeof listMovesInput>,
): Promise<Page<z.infer<typeof groupMove>>> {
  return inScope(ctx, async (tx) => {
    const { timeZone } = await requireOrganisation(tx);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });
    const page = await listMoves(tx, input);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map(({ move, partnerName, fromName, toName, movedByName, newest }) => {
        const { evidence, fromGroupId, toGroupId } = move;
        return {
          ...move,
          partnerName,
          from: fromGroupId && fromName ? { id: fromGroupId, name: fromName } : null,
          to: toGroupId && toName ? { id: toGroupId, name: toName } : null,
          movedByName,
          explanation: evidence
            ? `${describeAmount(evidence, BigInt(evidence.counted))} since ${day.format(new Date(evidence.since))}; the rule asks for ${describeAmount(evidence, BigInt(evidence.threshold))} within ${describeWindow(evidence.windowDays)}.`
            : (move.reason ?? ''),
          dealIds: evidence?.ids ?? [],
          isReversal: move.reversesId !== null,
          reversible: newest && move.reversesId === null,
        };
      }),
    };
  });
}

async function describeAllTerms(tx: Tx): Promise<(TermsRow & { groupId: string; version: number })[]> {
  const { currency } = await requireOrganisation(tx);
  return (await listGroupTerms(tx)).map(({ terms, typeName, setByName }) => ({
    ...terms,
    typeName,
    setByName,
    terms: { ...termsOf(terms), tiers: terms.tiers },
    sentence: terms.released ? 'The terms of the type.' : describeTerms(terms, currency),
  }));
}

async function summaries(
  tx: Tx,
  all: readonly (TermsRow & { groupId: string; version: number })[],
  now: Date,
): Promise<Summary[]> {
  const rows = await listGroupRows(tx);
  const names = new Map(rows.map(({ group }) => [group.id, group.name]));
  const members = await countMembers(tx);
  return rows.map(({ group, typeName, rule }) => {
    const own = all.filter(({ groupId }) => groupId === group.id);
    const codes = [...new Set(own.map(({ partnerTypeCode }) => partnerTypeCode))];
    return {
      ...group,
      typeName,
      members: members.get(group.id) ?? 0,
      terms: codes.flatMap((code) => {
        const inForce = planAt(
          own.filter(({ partnerTypeCode }) => partnerTypeCode === code),
          now,
        );
        return inForce && !inForce.released ? [inForce] : [];
      }),
      rule: rule && {
        ...rule,
        sentence: describeRule(rule, {
          group: group.name,
          from: rule.fromGroupId ? (names.get(rule.fromGroupId) ?? null) : null,
        }),
      },
    };
  });
}
