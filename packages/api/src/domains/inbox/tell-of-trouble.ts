import { allows } from '../../auth/permissions.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { listDeadJobs } from '../jobs/index.ts';
import type { Mailer } from '../notifications/index.ts';
import { kindNamed } from './catalogue.ts';
import { listUndelivered } from './causes.queries.ts';
import { staffWith } from './readers.queries.ts';
import { type News, tell } from './tell.ts';
import { mailNews } from './tell-of-event.ts';

/** After so many attempts a message needs a person. */
const ATTEMPTS = 4;
const DAYS_BACK = 3;

/** Tells those who run the installation of jobs and messages that failed for good. Each once. */
export async function tellOfTrouble(ctx: Context & { mailer: Mailer }): Promise<void> {
  const now = ctx.clock.now();
  const since = addDays(now, -DAYS_BACK);
  const told = await inScope(ctx, async (tx) => {
    const jobs = (await listDeadJobs(tx)).filter(({ createdAt }) => createdAt > since);
    const undelivered = await listUndelivered(tx, { since, attempts: ATTEMPTS });
    const news: News[] = [
      ...jobs.map(({ id, handler }) => trouble('job_failed', { id, what: handler, at: now })),
      ...undelivered.map(({ id, template }) => trouble('message_failed', { id, what: template, at: now })),
    ];
    if (news.length === 0) return [];
    const readers = await staffWith(tx, (role) => allows('jobs.manage', role));
    const wanted = [];
    for (const one of news) wanted.push({ news: one, readers: await tell(tx, ctx, readers, one) });
    return wanted;
  });
  for (const { news, readers } of told) await mailNews(ctx, readers, news);
}

function trouble(
  kind: 'job_failed' | 'message_failed',
  { id, what, at }: { id: string; what: string; at: Date },
): News {
  return {
    kind: kindNamed(kind),
    cause: `${kind}:${id}`,
    eventType: what,
    subjectId: id,
    payload: {},
    occurredAt: at,
  };
}
