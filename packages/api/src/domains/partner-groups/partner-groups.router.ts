import { z } from 'zod';
import { bulkResult } from '../../shared/bulk.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { previewGroupRule, setGroupRule } from './group-rules.ts';
import { closeGroup, createGroup, updateGroup } from './keep-groups.ts';
import { movePartners, reverseMove } from './move-partners.ts';
import {
  closeGroupInput,
  createGroupInput,
  getGroupInput,
  groupDetail,
  groupIdOutput,
  groupList,
  groupMovePage,
  listMovesInput,
  movePartnersInput,
  previewGroupRuleInput,
  reverseMoveInput,
  rulePreview,
  setGroupRuleInput,
  setGroupTermsInput,
  updateGroupInput,
} from './partner-groups.schema.ts';
import { getGroup, listGroups, readMoves } from './read-groups.ts';
import { setGroupTerms } from './set-group-terms.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'partners.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'partners.manage' });

export const partnerGroupsRouter = router({
  list: read
    .input(z.strictObject({}).optional())
    .output(groupList)
    .query(({ ctx }) => listGroups(ctx)),

  get: read
    .input(getGroupInput)
    .output(groupDetail)
    .query(({ ctx, input }) => getGroup(ctx, input)),

  moves: read
    .input(listMovesInput)
    .output(groupMovePage)
    .query(({ ctx, input }) => readMoves(ctx, input)),

  create: manage
    .input(createGroupInput)
    .output(groupIdOutput)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),

  update: manage
    .input(updateGroupInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await updateGroup(ctx, input);
      return null;
    }),

  close: manage
    .input(closeGroupInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await closeGroup(ctx, input);
      return null;
    }),

  setTerms: manage
    .input(setGroupTermsInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setGroupTerms(ctx, input);
      return null;
    }),

  /** The same outside the range of the type; who and why stay on the group. */
  overrideTerms: procedure
    .meta({ audiences: ['staff'], permission: 'terms.override' })
    .input(setGroupTermsInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setGroupTerms(ctx, input, { insists: true });
      return null;
    }),

  previewRule: manage
    .input(previewGroupRuleInput)
    .output(rulePreview)
    .query(({ ctx, input }) => previewGroupRule(ctx, input)),

  setRule: manage
    .input(setGroupRuleInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setGroupRule(ctx, input);
      return null;
    }),

  move: manage
    .input(movePartnersInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await movePartners(ctx, input) })),

  reverse: manage
    .input(reverseMoveInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await reverseMove(ctx, input);
      return null;
    }),
});
