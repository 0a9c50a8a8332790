import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { cleanText } from '../../shared/text.ts';
import { decodeText } from './decode-text.ts';
import { rememberMapping } from './import.ts';
import { findEarlierImport, insertImport } from './imports.queries.ts';
import { MOST_BYTES, MOST_ROWS } from './imports.schema.ts';
import { readTable } from './read-table.ts';

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
  /** Names where the rows come from; the file's name unless given. */
  source?: string;
}

/**
 * Takes a file in and guesses how to read it: from the headers, and from what was chosen for this source before.
 * @throws `invalid_input` when it is too large, is no text, or has no rows
 */
export async function uploadImport(ctx: Context, upload: Upload): Promise<{ id: string }> {
  if (upload.bytes.length > MOST_BYTES) {
    throw refused(`The file is larger than ${MOST_BYTES / 1_000_000} MB. Split it and import the parts.`);
  }
  const { text, encoding } = decodeText(upload.bytes);
  const table = readTable(text);
  const rowCount = table.rows.length + table.broken.length;
  if (rowCount === 0) throw refused('The file has a header and no rows.');
  if (rowCount > MOST_ROWS) {
    throw refused(`The file has ${rowCount} rows, more than ${MOST_ROWS}. Split it and import the parts.`);
  }
  const fileName = cleanText(upload.fileName).slice(0, 200) || 'partners.csv';
  const source = upload.source ?? (fileName.replace(/\.[^.]+$/, '').slice(0, 80) || 'partners');
  return inScope(ctx, async (tx) => {
    const earlier = await findEarlierImport(tx, source);
    const now = ctx.clock.now();
    const id = newId('import', now);
    await insertImport(tx, {
      id,
      fileName,
      encoding,
      content: text,
      headers: table.headers,
      rowCount,
      source,
      mapping: rememberMapping(table.headers, earlier?.mapping),
      country: earlier?.country ?? null,
      partnerTypeCode: earlier?.partnerTypeCode ?? null,
      uploadedBy: actorId(ctx.actor),
      createdAt: now,
    });
    await recordChange(tx, ctx, { action: 'import.uploaded', subjectType: 'import', subjectId: id });
    return { id };
  });
}

function refused(userMessage: string): AppError {
  return new AppError('invalid_input', { userMessage, fields: { file: userMessage } });
}
