import type { z } from 'zod';
import { allows } from '../../auth/permissions.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { getMessage } from './messages.queries.ts';
import type { messageDetail } from './notifications.schema.ts';

const SECRET_IN_LINK = /\/[0-9a-z]{32}(?=["'\s<)\]]|$)/g;

/** A text with the secrets in its links left out. */
export function withoutLinks(text: string): string {
  return text.replace(SECRET_IN_LINK, '/…');
}

/**
 * One message as staff may read it. A link in it is the credential of somebody else, such as a new password: it shows
 * only where no mail server is set, and only to those who manage the installation and can hand it on.
 * @throws `not_found`
 */
export async function readMessage(ctx: Context, id: string): Promise<z.infer<typeof messageDetail>> {
  const row = await inScope(ctx, async (tx) => {
    const [found] = await Promise.all([
      getMessage(tx, id),
      recordRead(tx, ctx, { subjectType: 'message', subjectId: id }),
    ]);
    if (!found) throw notFound('message');
    return found;
  });
  const { actor } = ctx;
  const managesAll = actor.type === 'staff' && allows('settings.manage', actor.role);
  const linksWork = row.status === 'captured' && managesAll;
  if (linksWork) return { ...row, linksWork };
  return { ...row, linksWork, html: withoutLinks(row.html), body: withoutLinks(row.body) };
}
