import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { movedOn, notFound } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import { getPartnerType } from '../../catalogue/index.ts';
import {
  deleteQuestions,
  insertQuestions,
  listQuestionsOfType,
  lockTypeOfQuestions,
  updateQuestion,
} from './applications.queries.ts';
import type { Question, saveTypeQuestionsInput, typeQuestions } from './applications.schema.ts';

/** What applicants of one type are asked, and a mark of how it was read. @throws `not_found` */
export async function readTypeQuestions(
  ctx: Context,
  { partnerTypeCode }: { partnerTypeCode: string },
): Promise<z.infer<typeof typeQuestions>> {
  return inScope(ctx, async (tx) => {
    await getPartnerType(tx, partnerTypeCode);
    const questions = await listQuestionsOfType(tx, partnerTypeCode);
    return { questions, basedOn: markOf(questions) };
  });
}

/**
 * Replaces the questions of one type, in the order given; the form asks them from the next look on. A question that
 * stays keeps its key, so that what was typed into a draft stays its answer. What was handed in keeps the words it was
 * asked in.
 * @throws `not_found`, `stale` when somebody changed them meanwhile
 */
export async function saveTypeQuestions(
  ctx: Context,
  { partnerTypeCode, basedOn, questions }: z.infer<typeof saveTypeQuestionsInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    await getPartnerType(tx, partnerTypeCode);
    await lockTypeOfQuestions(tx, partnerTypeCode);
    const present = await listQuestionsOfType(tx, partnerTypeCode);
    if (markOf(present) !== basedOn) throw movedOn('application form');
    const known = new Set(present.map(({ key }) => key));
    const kept = new Set(questions.flatMap(({ key }) => (key ? [key] : [])));
    if ([...kept].some((key) => !known.has(key))) throw notFound('question');
    await deleteQuestions(
      tx,
      [...known].filter((key) => !kept.has(key)),
    );
    for (const [position, { key, help, options, ...question }] of questions.entries()) {
      const row = {
        ...question,
        help: help || null,
        options: question.kind === 'choice' ? options : [],
        position,
      };
      if (key) await updateQuestion(tx, key, row);
      else {
        await insertQuestions(tx, [
          { ...row, partnerTypeCode, id: newId('applicationQuestion', ctx.clock.now()) },
        ]);
      }
    }
    await recordChange(tx, ctx, {
      action: 'application_form.changed',
      subjectType: 'partner_type',
      subjectId: partnerTypeCode,
      fields: ['questions'],
    });
  });
}

function markOf(questions: readonly Question[]): string {
  return createHash('sha256').update(JSON.stringify(questions)).digest('hex');
}
