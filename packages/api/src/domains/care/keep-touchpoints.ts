import type { Tx } from '@goodword/db';
import { touchpointMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, invariant, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { requireOrganisation } from '../identity/index.ts';
import {
  givenInYear,
  insertTouchpoint,
  lockPartner,
  lockTouchpoint,
  rulesOfPartner,
  type TouchpointRow,
  touchpointTable,
  updateTouchpointRow,
} from './care.queries.ts';
import type {
  cancelTouchpointInput,
  completeTouchpointInput,
  recordTouchpointInput,
  updateTouchpointInput,
} from './care.schema.ts';
import { giftProblem, limitsOf, yearOf } from './care.ts';

/**
 * Notes a contact that took place, or plans one.
 * @throws `not_found`, `invalid_input` for a time that does not fit, `not_eligible` for a gift beyond the limit of the
 *   partner's type, with the sum left
 */
export async function recordTouchpoint(
  ctx: Context,
  { value, partnerId, ...input }: z.output<typeof recordTouchpointInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const id = newId('touchpoint', now);
  requireFits(input, now);
  const accountId = staffId(ctx);
  await inScope(ctx, async (tx) => {
    const year = await checkGift(tx, { partnerId, heldAt: input.heldAt, value });
    await insertTouchpoint(tx, {
      ...input,
      ...columnsOf(value),
      ...{ id, partnerId, year, accountId, createdBy: accountId, createdAt: now },
    });
    await recordChange(tx, ctx, {
      action: `touchpoint.${input.status === 'planned' ? 'planned' : 'recorded'}`,
      subjectType: 'touchpoint',
      subjectId: id,
      to: input.status,
      payload: { partnerId },
    });
  });
  return { id };
}

/**
 * Changes the facts of a touchpoint; the trail names the fields that changed, never what they said.
 * @throws as `recordTouchpoint`; `not_eligible` for a cancelled one
 */
export async function updateTouchpoint(
  ctx: Context,
  { id, value, ...input }: z.output<typeof updateTouchpointInput>,
): Promise<{ id: string }> {
  await inScope(ctx, async (tx) => {
    const before = await heldTouchpoint(tx, id);
    if (before.status === 'cancelled') {
      throw new AppError('not_eligible', {
        userMessage: 'This was cancelled and stays as it was. Record a new one.',
      });
    }
    requireFits({ ...input, status: before.status }, ctx.clock.now());
    const { partnerId } = before;
    const year = await checkGift(tx, { partnerId, heldAt: input.heldAt, value, except: id });
    const set = {
      kind: input.kind,
      heldAt: input.heldAt,
      withWhom: input.withWhom || null,
      note: input.note || null,
      year,
      ...columnsOf(value),
    };
    const fields = changedFields(before, set);
    if (fields.length === 0) return;
    await updateTouchpointRow(tx, id, set);
    await recordChange(tx, ctx, {
      action: 'touchpoint.updated',
      subjectType: 'touchpoint',
      subjectId: id,
      fields,
      payload: { partnerId },
    });
  });
  return { id };
}

/** It took place. What was planned for later took place now. @throws `not_found`, `illegal_move` */
export async function completeTouchpoint(
  ctx: Context,
  { id, note }: z.output<typeof completeTouchpointInput>,
): Promise<{ id: string }> {
  await inScope(ctx, async (tx) => {
    const { partnerId, heldAt, valueMinor, currency } = await heldTouchpoint(tx, id);
    const now = ctx.clock.now();
    const happened = new Date(Math.min(heldAt.getTime(), now.getTime()));
    const value = valueMinor !== null && currency ? { amountMinor: valueMinor, currency } : undefined;
    const year = await checkGift(tx, { partnerId, heldAt: happened, value, except: id });
    await moveState(tx, ctx, {
      machine: touchpointMachine,
      table: touchpointTable,
      id,
      to: 'done',
      set: { heldAt: happened, year, ...(note && { note }) },
      payload: { partnerId },
    });
  });
  return { id };
}

/** Takes it out of the calendar, the limit and the cadence. @throws `not_found`, `illegal_move` */
export async function cancelTouchpoint(
  ctx: Context,
  { id, reason }: z.output<typeof cancelTouchpointInput>,
): Promise<{ id: string }> {
  await inScope(ctx, async (tx) => {
    const { partnerId } = await heldTouchpoint(tx, id);
    await moveState(tx, ctx, {
      machine: touchpointMachine,
      table: touchpointTable,
      id,
      to: 'cancelled',
      reason,
      payload: { partnerId },
    });
  });
  return { id };
}

/** Locked before its partner is: everybody who changes one does it in this order. */
async function heldTouchpoint(tx: Tx, id: string): Promise<TouchpointRow> {
  const touchpoint = await lockTouchpoint(tx, id);
  if (!touchpoint) throw notFound('touchpoint');
  return touchpoint;
}

interface Gift {
  partnerId: string;
  heldAt: Date;
  value: { amountMinor: bigint; currency: string } | undefined;
  /** The touchpoint that is being changed: what it held before does not count. */
  except?: string;
}

/**
 * Locks the partner, so that of two gifts at once the second sees the first, and holds the gift to the rules.
 * @returns the year it counts in
 */
async function checkGift(tx: Tx, { partnerId, heldAt, value, except }: Gift): Promise<number> {
  if (!(await lockPartner(tx, partnerId))) throw notFound('partner');
  const { timeZone } = await requireOrganisation(tx);
  const year = yearOf(heldAt, timeZone);
  if (!value) return year;
  const rules = await rulesOfPartner(tx, partnerId);
  const given = await givenInYear(tx, { partnerId, year, except });
  const problem = giftProblem(value, { limits: limitsOf(rules, given), year });
  if (!problem) return year;
  throw new AppError('not_eligible', { userMessage: problem, fields: { 'value.amountMinor': problem } });
}

function columnsOf(value: Gift['value']) {
  return { valueMinor: value?.amountMinor ?? null, currency: value?.currency ?? null };
}

const FAR_MS = 5 * 366 * 86_400_000;

function requireFits({ heldAt, status }: { heldAt: Date; status: string }, now: Date): void {
  const sentence =
    status === 'done' && heldAt > now
      ? 'This is still to come. Plan it instead.'
      : status === 'planned' && heldAt < now
        ? 'This time has passed. Record it as done, or choose a later time.'
        : Math.abs(heldAt.getTime() - now.getTime()) > FAR_MS
          ? 'Choose a time within five years.'
          : null;
  if (sentence) throw new AppError('invalid_input', { userMessage: sentence, fields: { heldAt: sentence } });
}

/** Names only. */
function changedFields(before: TouchpointRow, after: Partial<TouchpointRow>): string[] {
  const same = (left: unknown, right: unknown) =>
    left instanceof Date && right instanceof Date ? left.getTime() === right.getTime() : left === right;
  return Object.entries(after)
    .filter(([key, value]) => !same(before[key as keyof TouchpointRow], value))
    .map(([key]) => key);
}

function staffId(ctx: Context): string {
  const id = actorId(ctx.actor);
  invariant(id, 'touchpoints are kept by people of the staff');
  return id;
}
