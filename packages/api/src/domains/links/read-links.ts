import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { lastDays, linkUrl } from './link.ts';
import {
  clicksByDay,
  countClicks,
  countReferrals,
  getPartnerLink,
  listPartnerLinks,
} from './links.queries.ts';
import type { linkStatsOutput, partnerLinkOutput } from './links.schema.ts';

const DAYS_SHOWN = 30;

/** All links of a partner with what they brought. */
export async function listLinks(
  ctx: Context,
  partnerId: string,
): Promise<z.infer<typeof partnerLinkOutput>[]> {
  return inScope(ctx, async (tx) => {
    const links = await listPartnerLinks(tx, partnerId);
    const ids = links.map((link) => link.id);
    const clicks = await countClicks(tx, ids, addDays(ctx.clock.now(), -DAYS_SHOWN));
    const referrals = await countReferrals(tx, ids);
    return links.map(({ id, code, campaign, createdAt }) => ({
      id,
      code,
      url: linkUrl(ctx.urls.edge, code),
      campaign,
      createdAt,
      clicks: clicks.get(id)?.all ?? 0,
      clicksLast30Days: clicks.get(id)?.recent ?? 0,
      referrals: referrals.get(id) ?? 0,
    }));
  });
}

/** @throws `not_found` for a link of somebody else */
export async function readLinkStats(
  ctx: Context,
  key: { id: string; partnerId: string },
): Promise<z.infer<typeof linkStatsOutput>> {
  return inScope(ctx, async (tx) => {
    const link = await getPartnerLink(tx, key);
    if (!link) throw notFound('link');
    const { timeZone } = await requireOrganisation(tx);
    const now = ctx.clock.now();
    // One day more than shown: the first shown day starts at its midnight, wherever that is.
    const since = addDays(now, -DAYS_SHOWN - 1);
    const counted = await clicksByDay(tx, { linkId: link.id, since, timeZone });
    return {
      id: link.id,
      code: link.code,
      url: linkUrl(ctx.urls.edge, link.code),
      campaign: link.campaign,
      days: lastDays(now, timeZone, DAYS_SHOWN).map((day) => ({
        day,
        clicks: counted.get(day)?.clicks ?? 0,
        visitors: counted.get(day)?.visitors ?? 0,
      })),
    };
  });
}
