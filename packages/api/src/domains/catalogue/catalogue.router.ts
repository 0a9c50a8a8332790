import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { listPartnerTypes } from './catalogue.queries.ts';
import { partnerTypeList } from './catalogue.schema.ts';

export const catalogueRouter = router({
  /** All partner types with their terms: public, because candidates read them before they apply. */
  partnerTypes: procedure
    .meta({ audiences: ['staff', 'partner', 'patient'], permission: 'public' })
    .input(z.strictObject({}).optional())
    .output(partnerTypeList)
    .query(({ ctx }) => inScope(ctx, listPartnerTypes)),
});
