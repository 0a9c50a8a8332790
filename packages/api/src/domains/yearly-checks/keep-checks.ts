import { yearlyCheckMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { gatherFacts } from './gather-facts.ts';
import { checkItems, closeProblem, deriveAnswers, dueOn, yearsDue } from './yearly-check.ts';
import {
  insertCheckOnce,
  itemsOf,
  listWithoutCheck,
  lockCheck,
  putItem,
  yearlyCheckTable,
} from './yearly-checks.queries.ts';
import type { answerCheckItemInput, closeCheckInput } from './yearly-checks.schema.ts';

/** So long before it is due a check can be begun. */
const AHEAD_DAYS = 30;
const BATCH = 200;

/** Begins the checks of partners whose year ends soon; each once, however often and however many at once this runs. */
export async function beginChecks(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const until = addDays(now, AHEAD_DAYS);
  const waiting = await inScope(ctx, (tx) => listWithoutCheck(tx, { until, limit: BATCH }));
  for (const { id: partnerId, activatedAt, made } of waiting) {
    for (const year of yearsDue(activatedAt, { until, made })) {
      await inScope(ctx, async (tx) => {
        const id = newId('yearlyCheck', now);
        const dueAt = dueOn(activatedAt, year);
        const begun = await insertCheckOnce(tx, {
          ...{ id, partnerId, year, dueAt },
          status: 'open',
          createdAt: now,
        });
        if (!begun) return;
        await recordChange(tx, ctx, {
          action: 'yearly_check.begun',
          subjectType: 'yearly_check',
          subjectId: id,
          to: 'open',
          payload: { partnerId },
        });
      });
    }
  }
}

/** Notes what a person found at an item; again, it takes the place of the answer before. @throws `not_found`, `not_eligible` */
export async function answerItem(
  ctx: Context,
  { id, key, answer, note }: z.output<typeof answerCheckItemInput>,
): Promise<{ id: string }> {
  if (checkItems.find((item) => item.key === key)?.help === null) {
    throw new AppError('not_eligible', {
      userMessage: 'This is answered by what stands in the system. Put it right there.',
    });
  }
  await inScope(ctx, async (tx) => {
    const { partnerId } = await openCheck(tx, id);
    await putItem(tx, {
      ...{ checkId: id, partnerId, key, answer },
      note: note || null,
      answeredBy: accountIdOf(ctx),
      answeredAt: ctx.clock.now(),
    });
    await recordChange(tx, ctx, {
      action: 'yearly_check.answered',
      subjectType: 'yearly_check',
      subjectId: id,
      fields: [key],
      payload: { partnerId },
    });
  });
  return { id };
}

/**
 * Closes a check with what the system finds at that moment. It never changes again.
 * @throws `not_found`, `not_eligible` while an item is open or nothing is said about what is not fine
 */
export async function closeCheck(
  ctx: Context,
  { id, note }: z.output<typeof closeCheckInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    const { partnerId } = await openCheck(tx, id);
    const derived = deriveAnswers(await gatherFacts(tx, partnerId, now));
    const ticked = await itemsOf(tx, [id]);
    const problem = closeProblem([...derived, ...ticked], note || null);
    if (problem) throw new AppError('not_eligible', { userMessage: problem, fields: { note: problem } });
    for (const answer of derived) await putItem(tx, { ...answer, checkId: id, partnerId, answeredAt: now });
    await moveState(tx, ctx, {
      machine: yearlyCheckMachine,
      table: yearlyCheckTable,
      id,
      to: 'closed',
      set: { closedAt: now, closedBy: accountIdOf(ctx), note: note || null },
      payload: { partnerId },
    });
  });
  return { id };
}

async function openCheck(tx: Parameters<typeof lockCheck>[0], id: string) {
  const check = await lockCheck(tx, id);
  if (!check) throw notFound('check');
  if (check.status === 'open') return check;
  throw new AppError('not_eligible', {
    userMessage: 'This check is closed and stays as it is. The next one begins next year.',
  });
}
