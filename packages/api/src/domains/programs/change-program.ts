import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { programColumns } from './program-columns.ts';
import { getProgram, updateProgram } from './programs.queries.ts';
import type { updateProgramInput } from './programs.schema.ts';

/**
 * Changes the rules of a draft or paused program. What was reviewed is no longer what stands there, so the review
 * is needed again.
 * @throws `not_found`, `illegal_move` while it is active or after it ended
 */
export async function changeProgram(ctx: Context, input: z.infer<typeof updateProgramInput>): Promise<void> {
  const { id, ...fields } = input;
  await inScope(ctx, async (tx) => {
    if (!(await getProgram(tx, id))) throw notFound('program');
    const changed = await updateProgram(tx, id, {
      whileIn: ['draft', 'paused'],
      set: { ...programColumns(fields), reviewerAccountId: null, reviewEvidence: null },
    });
    if (!changed) {
      throw new AppError('illegal_move', {
        userMessage: 'A running or ended program keeps its rules. Pause it first, change it, then resume.',
      });
    }
    await recordChange(tx, ctx, {
      action: 'program.changed',
      subjectType: 'program',
      subjectId: id,
      fields: Object.keys(fields),
    });
  });
}
