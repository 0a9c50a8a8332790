import type { Caller } from '@goodword/api/server';
import { toCsv } from '@goodword/ui';
import type { PageQuery } from './page-query.ts';

interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

export interface CsvExport<Row> {
  fileName: string;
  header: string[];
  /** The list of the screen, read from the same address. */
  list(procedures: Caller, query: PageQuery, page: { cursor?: string; limit: number }): Promise<Page<Row>>;
  cells(row: Row): (string | null)[];
}

/** A file too long for a spreadsheet helps nobody; whoever needs more narrows the filter. */
const MOST_ROWS = 20_000;
const PER_READ = 100;

/** Answers with exactly the rows the filter of the screen finds, on all its pages. */
export async function answerCsv<Row>(
  procedures: Caller,
  request: Request,
  options: CsvExport<Row>,
): Promise<Response> {
  const { cursor: _, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await options.list(procedures, query, { cursor, limit: PER_READ });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < MOST_ROWS);
  return new Response(`\ufeff${toCsv(options.header, rows.map(options.cells))}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${options.fileName}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
