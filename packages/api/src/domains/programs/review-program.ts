import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { getProgram, updateProgram } from './programs.queries.ts';
import type { reviewProgramInput } from './programs.schema.ts';

/** The person who calls this vouches for the rules as they stand now, by name. */
export async function reviewProgram(ctx: Context, input: z.infer<typeof reviewProgramInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    if (!(await getProgram(tx, input.id))) throw notFound('program');
    const reviewed = await updateProgram(tx, input.id, {
      whileIn: ['draft', 'paused'],
      set: { reviewerAccountId: actorId(ctx.actor), reviewEvidence: input.evidence },
    });
    if (!reviewed) {
      throw new AppError('illegal_move', {
        userMessage: 'This program is running or over, so there is nothing to review. Reload the page.',
      });
    }
    await recordChange(tx, ctx, {
      action: 'program.reviewed',
      subjectType: 'program',
      subjectId: input.id,
      fields: ['reviewerAccountId', 'reviewEvidence'],
    });
  });
}
