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

const PER_READ = 100;

/** Answers with exactly the rows the filter of the screen finds, on all its pages, as they are read. */
export async function answerCsv<Row>(
  procedures: Caller,
  request: Request,
  options: CsvExport<Row>,
): Promise<Response> {
  const person = await procedures.identity.me();
  // What leaves as a file is beyond our reach: who of ours took it along stands in the trail.
  if (person?.look) await procedures.looks.noteExport({ list: options.fileName });
  else if (person?.audience === 'staff') await procedures.audit.noteExport({ list: options.fileName });
  const { cursor: _, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const read = (cursor?: string) => options.list(procedures, query, { cursor, limit: PER_READ });
  // The first page is read before the answer begins, so that a refusal is one and not half a file.
  const first = await read();
  let page: Page<Row> | undefined = first;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!page) return controller.close();
      const rows = page.rows.map(options.cells);
      const text = page === first ? `\ufeff${toCsv(options.header, rows)}` : withoutHeader(rows);
      controller.enqueue(new TextEncoder().encode(text));
      page = page.nextCursor ? await read(page.nextCursor) : undefined;
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${options.fileName}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

function withoutHeader([first, ...rest]: (string | null)[][]): string {
  return first
    ? toCsv(
        first.map((cell) => cell ?? ''),
        rest,
      )
    : '';
}
