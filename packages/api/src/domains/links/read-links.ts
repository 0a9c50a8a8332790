import type { Tx } from '@goodword/db';
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
  type LinkFilter,
  type LinkNameRow,
  listCampaigns,
  listNames,
  listPartnerLinks,
  type ShareLinkRow,
} from './links.queries.ts';
import type { campaignList, linkStatsInput, linkStatsOutput, partnerLinkOutput } from './links.schema.ts';

const RECENT_DAYS = 30;

/** Links of a partner with what they brought. */
export async function listLinks(
  ctx: Context,
  filter: LinkFilter,
): Promise<z.infer<typeof partnerLinkOutput>[]> {
  return inScope(ctx, async (tx) => countUp(tx, ctx, await listPartnerLinks(tx, filter)));
}

/** For staff: the links of one partner, the archived ones last. */
export async function listLinksOfPartner(
  ctx: Context,
  { partnerId }: { partnerId: string },
): Promise<z.infer<typeof partnerLinkOutput>[]> {
  return inScope(ctx, async (tx) => {
    const used = await listPartnerLinks(tx, { partnerId, archived: false });
    const put = await listPartnerLinks(tx, { partnerId, archived: true });
    return countUp(tx, ctx, [...used, ...put]);
  });
}

export async function readCampaigns(ctx: Context, partnerId: string): Promise<z.infer<typeof campaignList>> {
  return inScope(ctx, (tx) => listCampaigns(tx, partnerId));
}

async function countUp(
  tx: Tx,
  ctx: Context,
  links: ShareLinkRow[],
): Promise<z.infer<typeof partnerLinkOutput>[]> {
  const ids = links.map((link) => link.id);
  const [clicks, referrals, names] = await Promise.all([
    countClicks(tx, ids, addDays(ctx.clock.now(), -RECENT_DAYS)),
    countReferrals(tx, ids),
    listNames(tx, ids),
  ]);
  return links.map((link) => ({
    ...factsOf(ctx, link, names),
    clicks: clicks.get(link.id)?.all ?? 0,
    clicksLast30Days: clicks.get(link.id)?.recent ?? 0,
    referrals: referrals.get(link.id) ?? 0,
  }));
}

function factsOf(ctx: Context, link: ShareLinkRow, names: readonly LinkNameRow[]) {
  const { id, code, campaign, placement, createdAt, archivedAt } = link;
  const current = (kind: LinkNameRow['kind']) =>
    names.find((name) => name.linkId === id && name.kind === kind && !name.replacedAt)?.name ?? null;
  const slug = current('slug');
  return {
    ...{ id, code, campaign, placement, createdAt, archivedAt, slug },
    url: linkUrl(ctx.urls.edge, slug ?? code),
    spoken: current('spoken'),
  };
}

/** @throws `not_found` for a link of somebody else */
export async function readLinkStats(
  ctx: Context,
  { id, partnerId, days }: z.output<typeof linkStatsInput> & { partnerId: string },
): Promise<z.infer<typeof linkStatsOutput>> {
  return inScope(ctx, async (tx) => {
    const link = await getPartnerLink(tx, { id, partnerId });
    if (!link) throw notFound('link');
    const { timeZone } = await requireOrganisation(tx);
    const now = ctx.clock.now();
    // One day more than shown: the first shown day starts at its midnight, wherever that is.
    const since = addDays(now, -days - 1);
    const [counted, names, referrals] = await Promise.all([
      clicksByDay(tx, { linkId: id, since, timeZone }),
      listNames(tx, [id]),
      countReferrals(tx, [id]),
    ]);
    return {
      ...factsOf(ctx, link, names),
      earlierSlugs: names
        .filter(({ kind, replacedAt }) => kind === 'slug' && replacedAt)
        .map(({ name }) => name),
      startUrl: `${ctx.urls.patient}/start`,
      timeZone,
      referrals: referrals.get(id) ?? 0,
      days: lastDays(now, timeZone, days).map((day) => ({
        day,
        clicks: counted.get(day)?.clicks ?? 0,
        visitors: counted.get(day)?.visitors ?? 0,
      })),
    };
  });
}
