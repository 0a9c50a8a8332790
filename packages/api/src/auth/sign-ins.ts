import type { Tx } from '@goodword/db';
import type { SignInMethod, SignInOutcome } from '@goodword/db/vocabulary';
import { elevated, inScope } from '../platform/context.ts';
import { addDays, type Clock } from '../shared/clock.ts';
import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/id.ts';
import type { RequestContext } from '../trpc/context.ts';
import { deleteSignInsBefore, insertSignIn } from './sign-ins.queries.ts';

/** Long enough to look back over a year at its end; then it is forgotten. */
export const SIGN_INS_KEPT_DAYS = 400;

export interface SignInNote {
  accountId: string;
  outcome: SignInOutcome;
  method: SignInMethod | null;
}

/** Adds a line to the sign-in history of an account, in a transaction with the worker's view. */
export async function writeSignIn(tx: Tx, ctx: RequestContext, note: SignInNote): Promise<void> {
  const at = ctx.clock.now();
  await insertSignIn(tx, {
    ...note,
    id: newId('signIn', at),
    at,
    device: ctx.device,
    addressHash: ctx.addressHash,
  });
}

/** The same in a transaction of its own: it stays when what it tells of failed. Elevated: nobody writes it by hand. */
export async function noteSignIn(ctx: RequestContext, note: SignInNote): Promise<void> {
  await inScope(elevated(ctx), (tx) => writeSignIn(tx, ctx, note));
}

/** Takes the second step, and keeps in the history how it ended. */
export async function notedStep<T>(
  ctx: RequestContext,
  step: { accountId: string; method: SignInMethod },
  take: () => Promise<T>,
): Promise<T> {
  try {
    const result = await take();
    await noteSignIn(ctx, { ...step, outcome: 'signed_in' });
    return result;
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') {
      await noteSignIn(ctx, { ...step, outcome: 'second_step_failed' });
    }
    throw error;
  }
}

/** Forgets what is older than the time it is kept. */
export async function forgetSignIns(tx: Tx, clock: Clock): Promise<void> {
  await deleteSignInsBefore(tx, addDays(clock.now(), -SIGN_INS_KEPT_DAYS));
}
