import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, violates } from '../../shared/errors.ts';
import { requireAgreement } from '../agreements/index.ts';
import type { createLinkInput } from './links.schema.ts';
import { giveSlug, requireNoCode } from './name-link.ts';
import { openLink } from './open-link.ts';

/**
 * Adds a share link of a partner for one campaign and place, with an address of its own if one is asked for.
 * @throws `already_exists` when the partner has a link for this campaign and place, or the address is taken;
 *   `invalid_input` for an address that cannot be given, `not_eligible` while the agreement is overdue
 */
export async function createLink(
  ctx: Context,
  { partnerId, slug, ...input }: z.output<typeof createLinkInput> & { partnerId: string },
): Promise<{ id: string }> {
  if (slug) await requireNoCode(ctx, slug);
  try {
    return await inScope(ctx, async (tx) => {
      await requireAgreement(tx, partnerId, ctx.clock.now());
      const id = await openLink(tx, ctx, { ...input, placement: input.placement ?? '', partnerId });
      await recordChange(tx, ctx, {
        action: 'share_link.created',
        subjectType: 'share_link',
        subjectId: id,
        payload: { partnerId },
      });
      if (slug) await giveSlug(tx, ctx, { linkId: id, partnerId, slug });
      return { id };
    });
  } catch (cause) {
    throw nameTaken(cause);
  }
}

/** The sentence for a second link with one name; any other failure as it is. */
export function nameTaken(cause: unknown): unknown {
  if (!violates(cause, 'share_links_partner_campaign')) return cause;
  return new AppError('already_exists', {
    userMessage: 'You have a link for this campaign and place. Use that one, or choose another name.',
    fields: { campaign: 'You have a link for this campaign and place.' },
    cause,
  });
}
