import { z } from 'zod';
import { partnerIdOf } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { archiveLink, renameLink } from './change-link.ts';
import { createLink } from './create-link.ts';
import { findLink } from './find-link.ts';
import {
  archiveLinkInput,
  campaignList,
  changeSlugInput,
  createLinkInput,
  findLinkInput,
  foundLinkOutput,
  linkStatsInput,
  linkStatsOutput,
  listLinksInput,
  partnerLinkList,
  partnerLinksInput,
  updateLinkInput,
} from './links.schema.ts';
import { changeSlug } from './name-link.ts';
import { listLinks, listLinksOfPartner, readCampaigns, readLinkStats } from './read-links.ts';

const changed = z.object({ id: z.string() });

export const linksRouter = router({
  mine: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(listLinksInput.optional())
    .output(partnerLinkList)
    .query(({ ctx, input }) => listLinks(ctx, { archived: false, ...input, partnerId: partnerIdOf(ctx) })),

  campaigns: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(z.strictObject({}).optional())
    .output(campaignList)
    .query(({ ctx }) => readCampaigns(ctx, partnerIdOf(ctx))),

  create: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(createLinkInput)
    .output(changed)
    .mutation(({ ctx, input }) => createLink(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  update: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(updateLinkInput)
    .output(changed)
    .mutation(({ ctx, input }) => renameLink(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  changeSlug: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(changeSlugInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeSlug(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  archive: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(archiveLinkInput)
    .output(changed)
    .mutation(({ ctx, input }) => archiveLink(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  stats: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(linkStatsInput)
    .output(linkStatsOutput)
    .query(({ ctx, input }) => readLinkStats(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  /** Every link of one partner, for staff. */
  ofPartner: procedure
    .meta({ audiences: ['staff'], permission: 'partners.read' })
    .input(partnerLinksInput)
    .output(partnerLinkList)
    .query(({ ctx, input }) => listLinksOfPartner(ctx, input)),

  /** Where a code leads that somebody was told. Changes nothing; the address it answers with counts the click. */
  find: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(findLinkInput)
    .output(foundLinkOutput)
    .query(({ ctx, input }) => findLink(ctx, input)),
});
