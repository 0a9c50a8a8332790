import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import {
  createTypeInput,
  decideLawInput,
  getTypeInput,
  partnerTypeList,
  retireTypeInput,
  typeDetail,
  typeSummaryList,
  updatedType,
  updateTypeInput,
  withdrawLawInput,
} from './catalogue.schema.ts';
import { createType, retireType, updateType } from './change-type.ts';
import { decideLaw, withdrawLaw } from './decide-law.ts';
import { getType, listOpenTypes, listTypes } from './read-types.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'partners.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'catalogue.manage' });

export const catalogueRouter = router({
  /** The partner types somebody can work in, with their terms: public, because candidates read them before they apply. */
  partnerTypes: procedure
    .meta({ audiences: ['staff', 'partner', 'patient'], permission: 'public' })
    .input(z.strictObject({}).optional())
    .output(partnerTypeList)
    .query(({ ctx }) => listOpenTypes(ctx)),

  list: read
    .input(z.strictObject({}).optional())
    .output(typeSummaryList)
    .query(({ ctx }) => listTypes(ctx)),

  get: read
    .input(getTypeInput)
    .output(typeDetail)
    .query(({ ctx, input }) => getType(ctx, input.code)),

  create: manage
    .input(createTypeInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await createType(ctx, input);
      return null;
    }),

  update: manage
    .input(updateTypeInput)
    .output(updatedType)
    .mutation(({ ctx, input }) => updateType(ctx, input)),

  /** Out of the choices for new partners, or back in. */
  retire: manage
    .input(retireTypeInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await retireType(ctx, input);
      return null;
    }),

  decideLaw: manage
    .input(decideLawInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => decideLaw(ctx, input)),

  withdrawLaw: manage
    .input(withdrawLawInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await withdrawLaw(ctx, input);
      return null;
    }),
});
