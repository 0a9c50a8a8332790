import { procedure, router } from '../../trpc/trpc.ts';
import {
  complaintIdOutput,
  complaintLeads,
  complaintLeadsInput,
  complaintPage,
  listComplaintsInput,
  recordComplaintInput,
  resolveComplaintInput,
} from './complaints.schema.ts';
import { recordComplaint, resolveComplaint } from './keep-complaints.ts';
import { readComplaintLeads, readComplaints } from './read-complaints.ts';

/** Internal from end to end: staff only. */
export const complaintsRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(listComplaintsInput)
    .output(complaintPage)
    .query(({ ctx, input }) => readComplaints(ctx, input)),

  leadsToName: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(complaintLeadsInput)
    .output(complaintLeads)
    .query(({ ctx, input }) => readComplaintLeads(ctx, input)),

  record: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(recordComplaintInput)
    .output(complaintIdOutput)
    .mutation(({ ctx, input }) => recordComplaint(ctx, input)),

  resolve: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(resolveComplaintInput)
    .output(complaintIdOutput)
    .mutation(({ ctx, input }) => resolveComplaint(ctx, input)),
});
