import type { Tx } from '@goodword/db';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, violates } from '../../shared/errors.ts';
import { newCode, newId } from '../../shared/id.ts';
import { insertLink } from './links.queries.ts';

/** Campaign of the link that every partner gets with its activation. */
export const DEFAULT_CAMPAIGN = 'default';

/**
 * Adds a share link of a partner in the caller's transaction.
 * @param link.code given when it is issued elsewhere, as with the partner's own code
 * @throws `already_exists` when the partner has a link for this campaign
 */
export async function addPartnerLink(
  tx: Tx,
  ctx: Context,
  link: { partnerId: string; campaign: string; code?: string },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('shareLink', now);
  try {
    await insertLink(tx, {
      id,
      code: link.code ?? newCode(),
      partnerId: link.partnerId,
      campaign: link.campaign,
      createdAt: now,
    });
  } catch (cause) {
    if (!violates(cause, 'share_links_partner_campaign')) throw cause;
    throw new AppError('already_exists', {
      userMessage: 'You have a link with this name. Use that one, or choose another name.',
      fields: { campaign: 'This name is taken.' },
      cause,
    });
  }
  await recordChange(tx, ctx, {
    action: 'share_link.created',
    subjectType: 'share_link',
    subjectId: id,
    payload: { partnerId: link.partnerId },
  });
  return id;
}

export async function createLink(
  ctx: Context,
  input: { partnerId: string; campaign: string },
): Promise<string> {
  return inScope(ctx, (tx) => addPartnerLink(tx, ctx, input));
}
