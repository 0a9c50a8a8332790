import type { Tx } from '@goodword/db';
import type { NotificationKind } from '@goodword/db/vocabulary';
import { issueToken, readToken } from '../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { saveChoice, saveRhythm } from './inbox.queries.ts';
import { type Reader, readersById } from './readers.queries.ts';

/** What one click ends: mails of a kind, or the digest. */
export type MailSort = NotificationKind | 'digest';

/** An address of the edge, good for this person and this sort of mail only, as often and as late as it is used. */
export async function unsubscribeUrl(
  tx: Tx,
  ctx: Context,
  { accountId, partnerId, clientId }: Pick<Reader, 'accountId' | 'partnerId' | 'clientId'>,
  sort: MailSort,
): Promise<string> {
  const secret = await issueToken(tx, ctx, {
    purpose: 'unsubscribe',
    subjectId: `${accountId}:${sort}`,
    partnerId: partnerId ?? undefined,
    clientId: clientId ?? undefined,
  });
  return `${ctx.urls.edge}/u/${secret}`;
}

/** Looks at such a link and changes nothing. @throws `link_invalid` */
export async function readUnsubscribe(ctx: Context, secret: string): Promise<MailSort> {
  // Elevated: the link is the credential, and it names the one thing it is good for.
  return inScope(elevated(ctx), async (tx) => sortOf(await readToken(tx, ctx, 'unsubscribe', secret)));
}

/** Ends mails of the link's sort. Again and at once it changes nothing more. @throws `link_invalid` */
export async function unsubscribe(ctx: Context, secret: string): Promise<void> {
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const token = await readToken(tx, system, 'unsubscribe', secret);
    const sort = sortOf(token);
    const [reader] = await readersById(tx, [token.subjectId.split(':')[0] ?? '']);
    if (!reader) return;
    const { accountId, partnerId, clientId } = reader;
    const row = { accountId, partnerId, clientId, changedAt: ctx.clock.now() };
    if (sort === 'digest') await saveRhythm(tx, { ...row, rhythm: 'never' });
    else await saveChoice(tx, { ...row, kind: sort, channel: 'email', enabled: false });
    await recordChange(tx, system, {
      action: 'account.notifications_changed',
      subjectType: 'account',
      subjectId: accountId,
      fields: [sort === 'digest' ? 'digest' : `${sort}.email`],
    });
  });
}

function sortOf({ subjectId }: { subjectId: string }): MailSort {
  return subjectId.split(':')[1] as MailSort;
}
