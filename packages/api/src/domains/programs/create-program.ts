import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { programColumns } from './program-columns.ts';
import { insertProgram } from './programs.queries.ts';
import type { createProgramInput } from './programs.schema.ts';

/** Starts a program as a draft: nobody sees it before it goes live. */
export async function createProgram(
  ctx: Context,
  input: z.infer<typeof createProgramInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const id = newId('program', now);
  const createdBy = actorId(ctx.actor);
  invariant(createdBy, 'a program is created by a person');
  await inScope(ctx, async (tx) => {
    await insertProgram(tx, {
      ...programColumns(input),
      id,
      status: 'draft',
      createdBy,
      createdAt: now,
    });
    await recordChange(tx, ctx, { action: 'program.created', subjectType: 'program', subjectId: id });
  });
  return { id };
}
