import { publicFormPerAddress } from '../../auth/throttle.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { AppError } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { linkUrl } from './link.ts';
import { LINK_NAME, skeletonOf, tidyEntry } from './link-name.ts';
import { findLinkByEntry } from './links.queries.ts';

/**
 * The address behind a code or name that somebody was told, whatever case, spaces and look-alikes they typed. Following
 * it counts as a click and leads on like any link: there is one way in, and so one attribution.
 * @throws `link_invalid` when no live link has it; `rate_limited` after many tries
 */
export async function findLink(
  ctx: Context & RequestContext,
  input: { entry: string },
): Promise<{ url: string }> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const entry = tidyEntry(input.entry);
  // What is handed out is the credential; the answer holds nothing but an address that works for everybody.
  const found = LINK_NAME.test(entry)
    ? await inScope(elevated(ctx), (tx) => findLinkByEntry(tx, { code: entry, skeleton: skeletonOf(entry) }))
    : undefined;
  if (!found) {
    const sentence = 'We know no such code.';
    throw new AppError('link_invalid', {
      userMessage: `${sentence} Compare it with what you were given, or ask whoever gave it to you.`,
      fields: { entry: sentence },
    });
  }
  return { url: linkUrl(ctx.urls.edge, found.code) };
}
