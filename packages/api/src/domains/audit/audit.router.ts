import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { chainState, listAuditEntries, verifyChain } from './audit.queries.ts';
import { auditPage, auditVerification, listAuditInput, noteExportInput } from './audit.schema.ts';

export const auditRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'audit.read' })
    .input(listAuditInput)
    .output(auditPage)
    .query(async ({ ctx, input }) => {
      const after = decodeCursor(input.cursor);
      const rows = await inScope(ctx, (tx) =>
        listAuditEntries(tx, {
          subjectId: input.subjectId,
          actorId: input.actorId,
          action: input.action,
          beforeSeq: after && /^\d{1,18}$/.test(after.value) ? BigInt(after.value) : null,
          limit: input.limit + 1,
        }),
      );
      return toPage(rows, input.limit, (row) => ({ value: row.seq.toString(), id: row.id }));
    }),

  /** Before a list leaves as a file: who took it along stands in the trail. */
  noteExport: procedure
    .meta({ audiences: ['staff'], permission: 'account.self' })
    .input(noteExportInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await inScope(ctx, (tx) =>
        recordRead(tx, ctx, { subjectType: 'list', subjectId: input.list }, 'client.exported'),
      );
      return null;
    }),

  /** Recomputes every hash. Reading it changes nothing, so an auditor may. */
  verify: procedure
    .meta({ audiences: ['staff'], permission: 'audit.read' })
    .input(z.strictObject({}).optional())
    .output(auditVerification)
    .query(({ ctx }) =>
      inScope(ctx, async (tx) => {
        const problems = await verifyChain(tx);
        return { ...(await chainState(tx)), intact: problems.length === 0, problems };
      }),
    ),
});
