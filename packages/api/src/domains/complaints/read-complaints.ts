import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { leadsSharedWith, listComplaints } from './complaints.queries.ts';
import type { complaintLeads, complaintPage, listComplaintsInput } from './complaints.schema.ts';

const LEADS_TO_CHOOSE = 50;

/** Complaints about one partner or all. What they say of a client is read by somebody: the trail names who. */
export async function readComplaints(
  ctx: Context,
  input: z.output<typeof listComplaintsInput>,
): Promise<z.infer<typeof complaintPage>> {
  return inScope(ctx, async (tx) => {
    const page = await listComplaints(tx, input);
    const clientIds = new Set(page.rows.flatMap(({ clientId }) => clientId ?? []));
    await Promise.all(
      [...clientIds].map((subjectId) =>
        recordRead(tx, ctx, { subjectType: 'client', subjectId, part: 'complaint' }),
      ),
    );
    return page;
  });
}

/** Leads a new complaint about a partner can name. */
export async function readComplaintLeads(
  ctx: Context,
  { partnerId }: { partnerId: string },
): Promise<z.infer<typeof complaintLeads>> {
  return inScope(ctx, (tx) => leadsSharedWith(tx, partnerId, LEADS_TO_CHOOSE));
}
