import { type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import type { Mailer } from '../notifications/index.ts';
import { kindNamed } from './catalogue.ts';
import { listExpiring } from './causes.queries.ts';
import { accountOfClient } from './readers.queries.ts';
import { type News, tell } from './tell.ts';
import { mailNews } from './tell-of-event.ts';

/** So early that there is time to use it. */
const DAYS_AHEAD = 14;
const BATCH = 200;

/** Tells patients of credit and vouchers that end soon. Each once. */
export async function tellOfExpiry(ctx: Context & { mailer: Mailer }): Promise<void> {
  const now = ctx.clock.now();
  const soon = await inScope(ctx, (tx) =>
    listExpiring(tx, { now, before: addDays(now, DAYS_AHEAD), limit: BATCH }),
  );
  for (const { id, clientId } of soon) {
    const news: News = {
      kind: kindNamed('reward_expiring'),
      cause: `expiring:${id}`,
      eventType: 'reward.expiring',
      subjectId: id,
      payload: {},
      occurredAt: now,
    };
    const readers = await inScope(ctx, async (tx) =>
      tell(tx, ctx, await accountOfClient(tx, clientId), news),
    );
    await mailNews(ctx, readers, news);
  }
}
