import { deleteSessionOf, deleteSessionsOf } from '../../../auth/accounts.queries.ts';
import { writeSignIn } from '../../../auth/sign-ins.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { notFound } from '../../../shared/errors.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { withOwnAccount } from './own-account.ts';

/** Ends one session of the caller, wherever it is open. @throws `not_found` */
export async function endSession(ctx: RequestContext, publicId: string): Promise<void> {
  await withOwnAccount(ctx, async (tx, system, { id }) => {
    if (!(await deleteSessionOf(tx, { accountId: id, publicId }))) throw notFound('session');
    await writeSignIn(tx, ctx, { accountId: id, outcome: 'session_ended', method: null });
    await recordChange(tx, system, {
      action: 'account.session_ended',
      subjectType: 'account',
      subjectId: id,
    });
  });
}

/** Ends every session of the caller, this one too. */
export async function signOutEverywhere(ctx: RequestContext): Promise<void> {
  await withOwnAccount(ctx, async (tx, system, { id }) => {
    await deleteSessionsOf(tx, id);
    await writeSignIn(tx, ctx, { accountId: id, outcome: 'signed_out_everywhere', method: null });
    await recordChange(tx, system, {
      action: 'account.signed_out_everywhere',
      subjectType: 'account',
      subjectId: id,
    });
  });
  ctx.setCookie(await ctx.sessions.close(ctx.cookieHeader));
}
