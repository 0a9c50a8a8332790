import { programs } from '@goodword/db/schema';
import { programMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { goLiveChecks } from './program.ts';
import { lockProgram } from './programs.queries.ts';
import type { changeProgramStatusInput } from './programs.schema.ts';

/**
 * Starts, pauses, resumes or ends a program.
 * @throws `not_eligible` when something a live program needs is missing; says what
 */
export async function changeProgramStatus(
  ctx: Context,
  input: z.infer<typeof changeProgramStatusInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const program = await lockProgram(tx, input.id);
    if (!program) throw notFound('program');
    if (input.to === 'active') {
      const missing = goLiveChecks(program, ctx.clock.now()).filter((check) => !check.done);
      if (missing.length > 0) {
        throw new AppError('not_eligible', {
          userMessage: `Before it goes live, see to this: ${missing.map((check) => check.label).join('; ')}.`,
        });
      }
    }
    await moveState(tx, ctx, {
      machine: programMachine,
      table: programs,
      id: input.id,
      to: input.to,
      reason: input.reason,
    });
  });
}
