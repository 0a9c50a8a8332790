import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { sortName } from '../../shared/text.ts';
import { getPartnerType, requireOpenType } from '../catalogue/index.ts';
import {
  countMembers,
  type GroupRow,
  insertGroup,
  lockGroup,
  updateGroupRow,
} from './partner-groups.queries.ts';
import type { closeGroupInput, createGroupInput, updateGroupInput } from './partner-groups.schema.ts';

/** @throws `not_found` (type), `not_eligible` (retired type), `already_exists` (name or rank) */
export async function createGroup(
  ctx: Context,
  { description, ...input }: z.output<typeof createGroupInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const id = newId('partnerGroup', now);
  await withoutDoubles(() =>
    inScope(ctx, async (tx) => {
      if (input.partnerTypeCode) requireOpenType(await getPartnerType(tx, input.partnerTypeCode));
      await insertGroup(tx, {
        ...input,
        id,
        description: description ?? '',
        nameSort: sortName(input.name),
        createdAt: now,
        createdBy: actorId(ctx.actor),
      });
      await recordChange(tx, ctx, {
        action: 'partner_group.created',
        subjectType: 'partner_group',
        subjectId: id,
      });
    }),
  );
  return { id };
}

/** Changes name, description and rank; members and terms stay. @throws `not_found`, `stale`, `already_exists` */
export async function updateGroup(ctx: Context, input: z.output<typeof updateGroupInput>): Promise<void> {
  await withoutDoubles(() =>
    inScope(ctx, async (tx) => {
      const before = await lockAsRead(tx, input);
      const set = {
        name: input.name,
        nameSort: sortName(input.name),
        description: input.description ?? '',
        rank: input.rank,
      };
      const fields = (['name', 'description', 'rank'] as const).filter((key) => before[key] !== set[key]);
      if (fields.length === 0) return;
      await updateGroupRow(tx, before.id, { ...set, version: before.version + 1 });
      await recordChange(tx, ctx, {
        action: 'partner_group.changed',
        subjectType: 'partner_group',
        subjectId: before.id,
        fields,
      });
    }),
  );
}

/** Nobody comes to it any more. What it said stays, for what was earned by it. @throws `not_found`, `stale`, `not_eligible` */
export async function closeGroup(ctx: Context, input: z.output<typeof closeGroupInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    const group = await lockAsRead(tx, input);
    const members = (await countMembers(tx)).get(group.id) ?? 0;
    if (members > 0) {
      throw new AppError('not_eligible', {
        userMessage: `${members === 1 ? 'One partner is' : `${members} partners are`} in this group. Move them to another group or out of it first.`,
      });
    }
    await updateGroupRow(tx, group.id, { closedAt: ctx.clock.now(), version: group.version + 1 });
    await recordChange(tx, ctx, {
      action: 'partner_group.closed',
      subjectType: 'partner_group',
      subjectId: group.id,
      fields: ['closedAt'],
      reason: input.reason,
    });
  });
}

/** The open group, locked, in the version that was read. @throws `not_found`, `stale` */
export async function lockAsRead(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<GroupRow> {
  const group = await lockGroup(tx, id);
  if (!group) throw notFound('group');
  if (group.closedAt || group.version !== version) {
    throw new AppError('stale', {
      userMessage:
        'Somebody else changed this group meanwhile. Reload to see what holds now, then try again.',
    });
  }
  return group;
}

async function withoutDoubles(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const field = violates(cause, 'partner_groups_name')
      ? 'name'
      : violates(cause, 'partner_groups_rank')
        ? 'rank'
        : null;
    if (!field) throw cause;
    const userMessage =
      field === 'name'
        ? 'Another group has this name. Choose a different one.'
        : 'Another group has this rank. Choose a number that is free.';
    throw new AppError('already_exists', { userMessage, fields: { [field]: userMessage }, cause });
  }
}
