import type { Tx } from '@goodword/db';
import type { GroupEvidence } from '@goodword/db/schema';
import type { GroupMoveCause } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import { recordChange } from '../../platform/record.queries.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { AppError, movedOn, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { getPartnerType } from '../catalogue/index.ts';
import {
  findMove,
  type GroupMoveRow,
  insertMove,
  lockPartner,
  movesOfPartner,
  setPartnerGroup,
  typesOfPartner,
} from './group-moves.queries.ts';
import { holdGroup } from './partner-groups.queries.ts';
import type { movePartnersInput, reverseMoveInput } from './partner-groups.schema.ts';

/**
 * Moves partners to a group, or out of every group; each for itself.
 * A row is refused when the partner is not there or has ended, when the group is closed or for another type, or when
 * the partner is in another group than said.
 */
export async function movePartners(
  ctx: Context,
  { ids, groupId, from, reason }: z.output<typeof movePartnersInput>,
): Promise<RowResult[]> {
  return forEachRow(ctx, ids, async (tx, partnerId) => {
    const partner = await lockPartner(tx, partnerId);
    if (!partner) throw notFound('partner');
    if (from !== undefined && partner.groupId !== from) throw movedOn('partner');
    if (partner.groupId === groupId) return;
    await requireRoom(tx, partner, groupId);
    await recordMove(tx, ctx, { partner, toGroupId: groupId, cause: 'staff', reason });
  });
}

/**
 * Takes the newest move of a partner back. What made a rule move it no longer counts for that rule.
 * @throws `not_found`, `stale` when the partner was moved again since, `not_eligible` when its old group is closed
 */
export async function reverseMove(
  ctx: Context,
  { moveId, reason }: z.output<typeof reverseMoveInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const move = await findMove(tx, moveId);
    const partner = move && (await lockPartner(tx, move.partnerId));
    if (!move || !partner) throw notFound('move');
    const newest = (await movesOfPartner(tx, partner.id)).at(-1);
    if (newest?.id !== move.id) {
      throw new AppError('stale', {
        userMessage:
          'This partner was moved again since. Reload to see where it is, and move it from there by hand.',
      });
    }
    await requireRoom(tx, partner, move.fromGroupId);
    await recordMove(tx, ctx, {
      partner,
      toGroupId: move.fromGroupId,
      cause: 'staff',
      reason,
      reversesId: move.id,
    });
  });
}

interface MovingPartner {
  id: string;
  status: string;
  groupId: string | null;
}

async function requireRoom(tx: Tx, partner: MovingPartner, groupId: string | null): Promise<void> {
  if (groupId === null) return;
  if (partner.status === 'terminated' || partner.status === 'rejected') {
    throw new AppError('not_eligible', {
      userMessage: `This partner is ${partner.status}: terms do not matter for it any more.`,
    });
  }
  const group = await holdGroup(tx, groupId);
  if (!group) throw notFound('group');
  if (group.closedAt) {
    throw new AppError('not_eligible', {
      userMessage: `${group.name} is closed. Choose a group that is open.`,
    });
  }
  if (group.partnerTypeCode === null) return;
  if ((await typesOfPartner(tx, partner.id)).includes(group.partnerTypeCode)) return;
  const { name } = await getPartnerType(tx, group.partnerTypeCode);
  throw new AppError('not_eligible', {
    userMessage: `${group.name} is for ${name} only, and this partner has no such engagement. Add it first, or choose another group.`,
  });
}

export interface NewMove {
  /** Locked. */
  partner: MovingPartner;
  toGroupId: string | null;
  cause: GroupMoveCause;
  reason?: string;
  evidence?: GroupEvidence;
  reversesId?: string;
  /** Not before then: what a deal earns is decided by the terms at its time, not by the move it caused. */
  notBefore?: Date;
}

/** Writes a move, sets where the partner is, and says so: the one way a partner changes its group. */
export async function recordMove(tx: Tx, ctx: Context, move: NewMove): Promise<GroupMoveRow['id']> {
  const now = ctx.clock.now();
  const { partner, toGroupId, cause } = move;
  const last = (await movesOfPartner(tx, partner.id)).at(-1);
  const id = newId('groupMove', now);
  // One after the other also by the clock: lists and terms go by the time of a move.
  const behindLast = last && new Date(last.movedAt.getTime() + 1);
  const moments = [now, move.notBefore, behindLast].flatMap((moment) => moment?.getTime() ?? []);
  await insertMove(tx, {
    id,
    partnerId: partner.id,
    version: (last?.version ?? 0) + 1,
    fromGroupId: partner.groupId,
    toGroupId,
    movedAt: new Date(Math.max(...moments)),
    cause,
    reason: move.reason ?? null,
    evidence: move.evidence ?? null,
    reversesId: move.reversesId ?? null,
    movedBy: actorId(ctx.actor),
  });
  await setPartnerGroup(tx, partner.id, toGroupId);
  await recordChange(tx, ctx, {
    action: move.reversesId ? 'group_move.reversed' : 'group_move.made',
    subjectType: 'group_move',
    subjectId: id,
    fields: ['groupId'],
    reason: move.reason,
    payload: { partnerId: partner.id },
  });
  return id;
}
