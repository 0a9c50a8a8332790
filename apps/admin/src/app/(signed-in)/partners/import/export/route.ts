import { rowsQuery } from '../../../../../features/imports/rows-query.ts';
import { csvRoute } from '../../../../../trpc/server.ts';

/** The result of one run, row by row. */
export const GET = csvRoute({
  fileName: 'import-result',
  header: ['Line', 'Name', 'Result', 'Code', 'Reason', 'Changed fields', 'Notes', 'Goodword id'],
  list: (api, query, page) => api.runs.rows({ runId: query.run ?? '', ...rowsQuery(query), ...page }),
  cells: (row) => [
    String(row.line),
    row.name,
    row.result,
    row.code,
    row.message,
    row.fields.join(';'),
    row.notes.map(({ code, message }) => `${message} [${code}]`).join(' '),
    row.subjectId,
  ],
});
