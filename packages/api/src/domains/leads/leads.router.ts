import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { bulkResult } from '../../shared/bulk.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { createLead } from './create-lead.ts';
import {
  addLeadNoteInput,
  assigneeList,
  assignLeadInput,
  assignLeadsInput,
  changeLeadStatusInput,
  createLeadInput,
  getLeadInput,
  leadCreated,
  leadDetail,
  leadPage,
  listLeadsInput,
  loseLeadsInput,
} from './leads.schema.ts';
import { listAssignees } from './list-assignees.ts';
import { listLeads, readLead } from './read-leads.ts';
import { addLeadNote, assignLead, assignLeads, changeLeadStatus, loseLeads } from './work-lead.ts';

export const leadsRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'leads.read' })
    .input(listLeadsInput)
    .output(leadPage)
    .query(({ ctx, input }) => listLeads(ctx, input)),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'leads.read' })
    .input(getLeadInput)
    .output(leadDetail)
    .query(({ ctx, input }) => readLead(ctx, input.id)),

  create: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(createLeadInput)
    .output(leadCreated)
    .mutation(({ ctx, input }) => createLead(ctx, input)),

  changeStatus: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(changeLeadStatusInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeLeadStatus(ctx, input);
      return null;
    }),

  addNote: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(addLeadNoteInput)
    .output(leadCreated)
    .mutation(({ ctx, input }) => addLeadNote(ctx, input)),

  assign: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(assignLeadInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await assignLead(ctx, input);
      return null;
    }),

  assignMany: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(assignLeadsInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await assignLeads(ctx, input) })),

  loseMany: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(loseLeadsInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await loseLeads(ctx, input) })),

  /** Who can be given a lead. */
  assignees: procedure
    .meta({ audiences: ['staff'], permission: 'leads.read' })
    .input(z.strictObject({}).optional())
    .output(assigneeList)
    .query(({ ctx }) => inScope(ctx, listAssignees)),
});
