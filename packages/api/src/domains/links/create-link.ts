import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, violates } from '../../shared/errors.ts';
import { newCode, newId } from '../../shared/id.ts';
import { insertLink } from './links.queries.ts';

/**
 * Adds a share link of a partner for one campaign, with a code nobody can guess.
 * @throws `already_exists` when the partner has a link for this campaign
 */
export async function createLink(
  ctx: Context,
  link: { partnerId: string; campaign: string },
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const id = newId('shareLink', now);
  try {
    await inScope(ctx, async (tx) => {
      await insertLink(tx, { ...link, id, code: newCode(), createdAt: now });
      await recordChange(tx, ctx, {
        action: 'share_link.created',
        subjectType: 'share_link',
        subjectId: id,
        payload: { partnerId: link.partnerId },
      });
    });
  } catch (cause) {
    if (!violates(cause, 'share_links_partner_campaign')) throw cause;
    throw new AppError('already_exists', {
      userMessage: 'You have a link with this name. Use that one, or choose another name.',
      fields: { campaign: 'This name is taken.' },
      cause,
    });
  }
  return { id };
}
