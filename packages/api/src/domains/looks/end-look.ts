import type { Tx } from '@goodword/db';
import type { LookEnd } from '@goodword/db/vocabulary';
import { endLook, listDeadLooks } from '../../auth/looks.queries.ts';
import { lookCookie } from '../../auth/looks.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { recordLookRead } from '../../platform/record-read.queries.ts';
import { invariant } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';

/** Ends the look of this browser. */
export async function leaveLook(ctx: RequestContext): Promise<void> {
  const look = ctx.principal?.look;
  invariant(look, 'only whoever looks can leave');
  // Elevated: the look itself writes nothing; this one is its own.
  await inScope(elevated(ctx), (tx) => closeLook(tx, ctx, look.id, 'left'));
  ctx.setCookie(lookCookie(null, ctx.urls.partner.startsWith('https:')));
}

/** Notes that a list leaves the portal as a file during a look. */
export async function noteLookExport(ctx: RequestContext, list: string): Promise<void> {
  const look = ctx.principal?.look;
  invariant(look, 'only whoever looks exports in a look');
  await inScope(elevated(ctx), (tx) => recordLookRead(tx, ctx, look.id, [list], 'look.exported'));
}

/** Looks that show nothing any more get their end, so that trail and partner learn of it. */
export async function endDeadLooks(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    for (const { id, endsAt } of await listDeadLooks(tx, now)) {
      const isOver = endsAt !== null && endsAt <= now;
      await closeLook(tx, ctx, id, isOver ? 'time' : 'cut_off', isOver ? endsAt : now);
    }
  });
}

/** Ends a look once, in the name of whoever looked. */
export async function closeLook(
  tx: Tx,
  ctx: Context,
  id: string,
  ended: LookEnd,
  endedAt = ctx.clock.now(),
): Promise<void> {
  const look = await endLook(tx, id, { ended, endedAt });
  if (!look) return;
  const actor = { type: 'staff', accountId: look.staffId, role: 'admin' } as const;
  await recordChange(
    tx,
    { ...ctx, actor },
    {
      action: 'partner.look_ended',
      subjectType: 'partner',
      subjectId: look.partnerId,
      payload: { lookId: id, ended },
    },
  );
}
