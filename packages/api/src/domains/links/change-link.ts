import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { nameTaken } from './create-link.ts';
import { lockPartnerLink, type ShareLinkRow, updateLink } from './links.queries.ts';
import type { archiveLinkInput, updateLinkInput } from './links.schema.ts';

/** @throws `not_found`, `already_exists` when the partner has a link for this campaign and place */
export async function renameLink(
  ctx: Context,
  { id, partnerId, ...set }: z.output<typeof updateLinkInput> & { partnerId: string },
): Promise<{ id: string }> {
  const names = { campaign: set.campaign, placement: set.placement ?? '' };
  try {
    return await change(ctx, { id, partnerId, set: names, action: 'share_link.updated' });
  } catch (cause) {
    throw nameTaken(cause);
  }
}

/**
 * Takes a link out of the lists or back into them. It leads on where it led: nobody can call back what is printed.
 * @throws `not_found`, `not_eligible` for the link every partner has
 */
export async function archiveLink(
  ctx: Context,
  { id, partnerId, archived }: z.output<typeof archiveLinkInput> & { partnerId: string },
): Promise<{ id: string }> {
  const archivedAt = archived ? ctx.clock.now() : null;
  const action = archived ? 'share_link.archived' : 'share_link.restored';
  return change(ctx, { id, partnerId, set: { archivedAt }, action });
}

interface Change {
  id: string;
  partnerId: string;
  set: Partial<ShareLinkRow>;
  action: string;
}

function change(ctx: Context, { id, partnerId, set, action }: Change): Promise<{ id: string }> {
  return inScope(ctx, async (tx) => {
    const link = await lockPartnerLink(tx, { id, partnerId });
    if (!link) throw notFound('link');
    if (link.campaign === 'default') throw mainLink();
    const fields = Object.keys(set).filter(
      (key) => link[key as keyof ShareLinkRow] !== set[key as keyof ShareLinkRow],
    );
    // Archived twice is archived: the second press changes nothing.
    const settled = 'archivedAt' in set && (link.archivedAt === null) === (set.archivedAt === null);
    if (fields.length === 0 || settled) return { id };
    await updateLink(tx, id, set);
    await recordChange(tx, ctx, {
      action,
      subjectType: 'share_link',
      subjectId: id,
      fields,
      payload: { partnerId },
    });
    return { id };
  });
}

function mainLink(): AppError {
  return new AppError('not_eligible', {
    userMessage: 'Your main link stays as it is. Make a further link for what you want to name or put away.',
  });
}
