import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { gatherFacts } from './gather-facts.ts';
import { checkItems, deriveAnswers, dueOn } from './yearly-check.ts';
import { checksOf, findPartner, itemsOf, listChecks } from './yearly-checks.queries.ts';
import type { checkPage, checksOfPartner, listChecksInput } from './yearly-checks.schema.ts';

const byPerson = checkItems.filter(({ help }) => help !== null).length;

/** Every check of one partner, the newest first; what the system answers in an open one is as of now. @throws `not_found` */
export async function readChecks(
  ctx: Context,
  { partnerId }: { partnerId: string },
): Promise<z.infer<typeof checksOfPartner>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const partner = await findPartner(tx, partnerId);
    if (!partner) throw notFound('partner');
    const checks = await checksOf(tx, partnerId);
    const items = await itemsOf(
      tx,
      checks.map(({ id }) => id),
    );
    const open = checks.some(({ status }) => status === 'open');
    const derived = open ? deriveAnswers(await gatherFacts(tx, partnerId, now)) : [];
    const latest = checks[0]?.year ?? 0;
    const waiting = checks.find(({ status }) => status === 'open');
    return {
      nextDueAt: waiting?.dueAt ?? (partner.activatedAt ? dueOn(partner.activatedAt, latest + 1) : null),
      checks: checks.map((check) => ({
        ...check,
        overdue: check.status === 'open' && check.dueAt < now,
        items: checkItems.map(({ key, label, help }) => {
          const said = items.find((item) => item.checkId === check.id && item.key === key);
          const found = check.status === 'open' ? derived.find((one) => one.key === key) : undefined;
          return {
            ...{ key, label, help },
            derived: help === null,
            answer: said?.answer ?? found?.answer ?? null,
            note: said?.note ?? found?.note ?? null,
            answeredByName: said?.answeredByName ?? null,
            answeredAt: said?.answeredAt ?? null,
          };
        }),
      })),
    };
  });
}

/** Checks of all partners: overdue, open or closed. */
export async function readAllChecks(
  ctx: Context,
  input: z.output<typeof listChecksInput>,
): Promise<z.infer<typeof checkPage>> {
  const now = ctx.clock.now();
  const page = await inScope(ctx, (tx) => listChecks(tx, { ...input, now }));
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      overdue: row.status === 'open' && row.dueAt < now,
      toAnswer: byPerson,
    })),
  };
}
