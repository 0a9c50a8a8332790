import { procedure, router } from '../../trpc/trpc.ts';
import { downloadDocumentInput, downloadDocumentOutput } from './documents.schema.ts';
import { downloadDocument } from './keep-documents.ts';

export const documentsRouter = router({
  /** The bytes of one file, for the route that hands it out as an attachment. */
  download: procedure
    .meta({ audiences: ['staff', 'partner'], permission: 'documents.read' })
    .input(downloadDocumentInput)
    .output(downloadDocumentOutput)
    .query(({ ctx, input }) => downloadDocument(ctx, input)),
});
