import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { getPortalHome } from './get-portal-home.ts';
import { portalHome } from './portal.schema.ts';

export const portalRouter = router({
  home: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(z.strictObject({}).optional())
    .output(portalHome)
    .query(({ ctx }) => getPortalHome(ctx)),
});
