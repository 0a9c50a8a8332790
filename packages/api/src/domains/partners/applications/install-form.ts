import type { Tx } from '@goodword/db';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../shared/id.ts';
import { insertQuestions, insertRules } from './applications.queries.ts';
import { seededRules } from './review.ts';
import { seededQuestions } from './seeded-questions.ts';

/** What a new installation asks applicants, and how it judges the answers. */
export async function installApplicationForm(tx: Tx, ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await insertQuestions(
    tx,
    seededQuestions.map((seed, position) => ({ ...seed, position, id: newId('applicationQuestion', now) })),
  );
  await insertRules(tx, seededRules);
}
