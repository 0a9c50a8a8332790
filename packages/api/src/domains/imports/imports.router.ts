import { procedure, router } from '../../trpc/trpc.ts';
import {
  checkImportInput,
  importDetail,
  importIdInput,
  importIdOutput,
  importPage,
  listImportsInput,
  runIdOutput,
  uploadImportInput,
} from './imports.schema.ts';
import { readImport, readImports } from './read-imports.ts';
import { checkImport, startImport } from './run-import.ts';
import { uploadImport } from './upload-import.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'partners.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'partners.manage' });

export const importsRouter = router({
  list: read
    .input(listImportsInput)
    .output(importPage)
    .query(({ ctx, input }) => readImports(ctx, input)),

  get: read
    .input(importIdInput)
    .output(importDetail)
    .query(({ ctx, input }) => readImport(ctx, input.id)),

  upload: manage
    .input(uploadImportInput)
    .output(importIdOutput)
    .mutation(({ ctx, input }) =>
      uploadImport(ctx, { fileName: input.fileName, bytes: Buffer.from(input.contentBase64, 'base64') }),
    ),

  check: manage
    .input(checkImportInput)
    .output(runIdOutput)
    .mutation(({ ctx, input }) => checkImport(ctx, input)),

  start: manage
    .input(importIdInput)
    .output(runIdOutput)
    .mutation(({ ctx, input }) => startImport(ctx, input.id)),
});
