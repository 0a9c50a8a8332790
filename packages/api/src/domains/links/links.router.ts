import { z } from 'zod';
import { partnerIdOf } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { createLink } from './create-link.ts';
import { createLinkInput, linkStatsInput, linkStatsOutput, partnerLinkList } from './links.schema.ts';
import { listLinks, readLinkStats } from './read-links.ts';

export const linksRouter = router({
  mine: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(z.strictObject({}).optional())
    .output(partnerLinkList)
    .query(({ ctx }) => listLinks(ctx, partnerIdOf(ctx))),

  create: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(createLinkInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createLink(ctx, { ...input, partnerId: partnerIdOf(ctx) })),

  stats: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(linkStatsInput)
    .output(linkStatsOutput)
    .query(({ ctx, input }) => readLinkStats(ctx, { ...input, partnerId: partnerIdOf(ctx) })),
});
