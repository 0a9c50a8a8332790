import { digestRhythms } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { requireOrganisation } from '../identity/index.ts';
import { type Mailer, sendMessage } from '../notifications/index.ts';
import { DEFAULT_RHYTHM } from './change-settings.ts';
import { describeNotifications } from './describe-notifications.ts';
import { beginDigest, gatherDigest, listDigest, listWithUnread } from './digest.queries.ts';
import { digestDueAt } from './inbox.ts';
import { digestMail } from './mails/digest.tsx';
import { homeOf, scopeOfReader } from './reader.ts';
import { readersById } from './readers.queries.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

const LISTED = 15;

/**
 * Begins the digests that are due. What a digest tells is fixed with the period it is for, in one transaction: a second
 * worker, or this one after a crash, finds the period taken. Who has nothing unread gets none.
 */
export async function beginDigests(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const { timeZone } = await inScope(ctx, requireOrganisation);
  for (const rhythm of digestRhythms) {
    if (rhythm === 'never') continue;
    const { period, until } = digestDueAt(rhythm, timeZone, now);
    const people = await inScope(ctx, (tx) =>
      listWithUnread(tx, { rhythm, isDefault: rhythm === DEFAULT_RHYTHM, until }),
    );
    for (const person of people) {
      await inScope(ctx, async (tx) => {
        if (!(await beginDigest(tx, { ...person, period, createdAt: now }))) return;
        const gathered = await gatherDigest(tx, { accountId: person.accountId, period, until });
        if (gathered === 0) return;
        await recordChange(tx, ctx, {
          action: 'digest.begun',
          subjectType: 'account',
          subjectId: person.accountId,
          payload: { period, rhythm },
        });
      });
    }
  }
}

/** Mails one digest that was begun. What was read meanwhile is left out; when that is everything, nothing is sent. */
export async function sendDigest(
  ctx: Context & { mailer: Mailer },
  { accountId, period, rhythm }: { accountId: string; period: string; rhythm: 'daily' | 'weekly' },
): Promise<void> {
  const [reader] = await inScope(ctx, (tx) => readersById(tx, [accountId]));
  if (!reader) return;
  // In the scope of the reader: the mail says what the app would, and nothing of what is not to be seen any more.
  const items = await ctx.db.scoped(scopeOfReader(reader), async (tx) =>
    describeNotifications(tx, reader.audience, await listDigest(tx, { accountId, period })),
  );
  const home = homeOf(ctx, reader.audience);
  const open = items.flatMap(({ title, detail, href }) =>
    href === null ? [] : [{ title, detail, url: `${home}${href}` }],
  );
  if (open.length === 0) return;
  await sendMessage(ctx, {
    template: digestMail,
    to: reader.email,
    subjectId: accountId,
    dedupeKey: `digest:${accountId}:${period}`,
    data: async () => ({
      name: reader.name,
      rhythm,
      items: open.slice(0, LISTED),
      more: Math.max(open.length - LISTED, 0),
      inboxUrl: `${home}/notifications`,
      settingsUrl: `${home}/notifications/settings`,
    }),
    unsubscribeUrl: (tx) => unsubscribeUrl(tx, ctx, reader, 'digest'),
  });
}
