import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import {
  factsOfPartner,
  listReaching,
  lockPartner,
  movesOfPartner,
  typesOfPartner,
} from './group-moves.queries.ts';
import { lockAsRead } from './keep-groups.ts';
import { recordMove } from './move-partners.ts';
import {
  decideMove,
  describeAmount,
  describeRule,
  type GroupRule,
  type RankedGroup,
} from './partner-group.ts';
import { findGroupRule, listGroupRows, putGroupRule, updateGroupRow } from './partner-groups.queries.ts';
import type { previewGroupRuleInput, rulePreview, setGroupRuleInput } from './partner-groups.schema.ts';

const LONGEST_WINDOW_DAYS = 730;
const MOST_AT_ONCE = 500;
const MOST_SHOWN = 50;
const MOST_IDS_KEPT = 50;

type Ranked = RankedGroup & { name: string };

/** Sets the rule of a group, on or off. Whom it concerns moves with the next evaluation. @throws `not_found`, `stale`, `invalid_input` */
export async function setGroupRule(ctx: Context, input: z.output<typeof setGroupRuleInput>): Promise<void> {
  const { id, version: _, ...rule } = input;
  await inScope(ctx, async (tx) => {
    const group = await lockAsRead(tx, input);
    requireLower(await rankedGroups(tx), { target: group, fromGroupId: rule.fromGroupId });
    const before = await findGroupRule(tx, id);
    const fields = (
      ['enabled', 'measure', 'threshold', 'currency', 'windowDays', 'fromGroupId'] as const
    ).filter((key) => before?.[key] !== rule[key]);
    if (fields.length === 0) return;
    await putGroupRule(tx, { groupId: id, ...rule, changedAt: ctx.clock.now() });
    await updateGroupRow(tx, id, { version: group.version + 1 });
    await recordChange(tx, ctx, {
      action: 'partner_group.rule_changed',
      subjectType: 'partner_group',
      subjectId: id,
      fields,
    });
  });
}

/** Who would move now if the rule counted. Changes nothing. @throws `not_found`, `invalid_input` */
export async function previewGroupRule(
  ctx: Context,
  { id, ...rule }: z.output<typeof previewGroupRuleInput>,
): Promise<z.infer<typeof rulePreview>> {
  const at = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const groups = await rankedGroups(tx);
    const target = groups.find((group) => group.id === id);
    if (!target) throw notFound('group');
    requireLower(groups, { target, fromGroupId: rule.fromGroupId });
    // Of this rule alone: what the others do is theirs.
    const alone = groups.map((group) => ({ ...group, rule: group.id === id ? rule : null }));
    const rows: z.infer<typeof rulePreview>['rows'] = [];
    let total = 0;
    for (const { id: partnerId, name, groupName } of await listReaching(tx, {
      rule,
      group: target,
      at,
      limit: MOST_AT_ONCE,
    })) {
      const decided = decideMove(await readSoFar(tx, partnerId, at), alone, at);
      if (!decided) continue;
      total += 1;
      if (rows.length === MOST_SHOWN) continue;
      const counted = describeAmount(rule, decided.evidence.counted);
      rows.push({ partnerId, partnerName: name, fromName: groupName, counted });
    }
    return { sentence: describeRule(rule, namesFor(groups, target, rule)), total, rows };
  });
}

/** Lets the rules decide about one partner. However often and however many at once, it moves once. */
export async function applyRules(ctx: Context, partnerId: string): Promise<boolean> {
  return inScope(ctx, async (tx) => {
    const partner = await lockPartner(tx, partnerId);
    if (partner?.status !== 'active') return false;
    const at = ctx.clock.now();
    const decided = decideMove(
      await readSoFar(tx, partnerId, at, partner.groupId),
      await rankedGroups(tx),
      at,
    );
    if (!decided) return false;
    const { group, rule, evidence } = decided;
    await recordMove(tx, ctx, {
      partner,
      toGroupId: group.id,
      cause: 'rule',
      evidence: {
        measure: rule.measure,
        counted: String(evidence.counted),
        threshold: String(rule.threshold),
        currency: rule.currency,
        windowDays: rule.windowDays,
        since: evidence.since.toISOString(),
        ids: evidence.ids.slice(0, MOST_IDS_KEPT),
      },
      notBefore: evidence.lastAt ? new Date(evidence.lastAt.getTime() + 1) : undefined,
    });
    return true;
  });
}

/** Lets every rule that is on look for partners it concerns: what no event told, such as a rule that was switched on. */
export async function applyAllRules(ctx: Context): Promise<void> {
  const at = ctx.clock.now();
  const waiting = await inScope(ctx, async (tx) => {
    const found = new Set<string>();
    for (const group of await rankedGroups(tx)) {
      if (!group.rule) continue;
      const reaching = await listReaching(tx, { rule: group.rule, group, at, limit: MOST_AT_ONCE });
      for (const { id } of reaching) found.add(id);
    }
    return found;
  });
  for (const id of waiting) await applyRules(ctx, id);
}

/** Open groups, and of their rules those that are on. */
async function rankedGroups(tx: Tx): Promise<Ranked[]> {
  return (await listGroupRows(tx))
    .filter(({ group }) => group.closedAt === null)
    .map(({ group, rule }) => ({ ...group, rule: rule?.enabled ? rule : null }));
}

async function readSoFar(tx: Tx, partnerId: string, at: Date, groupId?: string | null) {
  const moves = await movesOfPartner(tx, partnerId);
  return {
    groupId: groupId === undefined ? (moves.at(-1)?.toGroupId ?? null) : groupId,
    types: await typesOfPartner(tx, partnerId),
    moves,
    facts: await factsOfPartner(tx, { partnerId, since: addDays(at, -LONGEST_WINDOW_DAYS), at }),
  };
}

function requireLower(
  groups: readonly Ranked[],
  { target, fromGroupId }: { target: { id: string; rank: number }; fromGroupId: string | null },
): void {
  if (fromGroupId === null) return;
  const from = groups.find(({ id }) => id === fromGroupId);
  if (from && from.rank < target.rank) return;
  const userMessage = 'Choose a group of a lower rank: rules move partners up only.';
  throw new AppError('invalid_input', { userMessage, fields: { fromGroupId: userMessage } });
}

function namesFor(groups: readonly Ranked[], target: Ranked, { fromGroupId }: GroupRule) {
  return { group: target.name, from: groups.find(({ id }) => id === fromGroupId)?.name ?? null };
}
