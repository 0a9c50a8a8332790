import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { programColumns } from './program-columns.ts';
import { isPromised, lockProgram, updateProgram } from './programs.queries.ts';
import type { updateProgramInput } from './programs.schema.ts';

/** What may change although friends are on the way: it decides about those who come later. */
const notPromised: ReadonlySet<string> = new Set([
  'name',
  'description',
  'maxInvitesPerPatient',
  'inviteExpiryDays',
  'startsAt',
  'endsAt',
]);

/**
 * Changes the rules of a draft or paused program. What was reviewed is no longer what stands there, so the review
 * is needed again. What friends on the way and waiting rewards were promised stays as it was.
 * @throws `not_found`, `illegal_move` while it is active or after it ended, and for a promised rule
 */
export async function changeProgram(ctx: Context, input: z.infer<typeof updateProgramInput>): Promise<void> {
  const { id, ...fields } = input;
  await inScope(ctx, async (tx) => {
    const program = await lockProgram(tx, id);
    if (!program) throw notFound('program');
    const columns = programColumns(fields);
    const changesPromise = Object.entries(columns).some(
      ([name, value]) =>
        !notPromised.has(name) && !isDeepStrictEqual(value, program[name as keyof typeof columns]),
    );
    const changed = await updateProgram(tx, id, {
      whileIn: ['draft', 'paused'],
      set: { ...columns, reviewerAccountId: null, reviewEvidence: null },
    });
    if (!changed) {
      throw new AppError('illegal_move', {
        userMessage: 'A running or ended program keeps its rules. Pause it first, change it, then resume.',
      });
    }
    if (changesPromise && (await isPromised(tx, id))) {
      throw new AppError('illegal_move', {
        userMessage:
          'Friends are on their way or rewards wait under these rules, so what was promised stays. Name, description, dates and the number and length of invitations can change. For other rules end this program and start a new one.',
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
