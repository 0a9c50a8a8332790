import { appServer } from '../src/server.ts';
import { describeRound } from './statistics.ts';

export interface ScalePlace {
  adminUrl: string;
  staffCookie: string;
}

/** The lists people open most, each filtered and sorted; `of` says which table grows. */
export const pages = [
  {
    key: 'leads',
    of: 'leads',
    name: 'Leads, one status and region, newest first',
    procedure: 'leads.list',
    input: { status: 'contacted', region: 'AE' },
  },
  {
    key: 'leads-deep',
    of: 'leads',
    name: 'Leads, one status, ten pages in',
    procedure: 'leads.list',
    input: { status: 'contacted' },
    depth: 10,
  },
  {
    key: 'partners',
    of: 'partners',
    name: 'Partners, one status, by name',
    procedure: 'partners.list',
    input: { status: 'pending_review', sort: 'name', dir: 'asc' },
  },
  {
    key: 'partners-search',
    of: 'partners',
    name: 'Partners, beginning of a name',
    procedure: 'partners.list',
    input: { search: 'partner 000', sort: 'name', dir: 'asc' },
  },
] as const;

export interface PageTimes {
  key: string;
  p50: number;
  p95: number;
}

/** Opens each page again and again through the handler of the app, one request at a time. */
export async function measurePages(place: ScalePlace, calls: number): Promise<PageTimes[]> {
  const times: PageTimes[] = [];
  for (const page of pages) {
    const cursor = 'depth' in page ? await walk(place, page, page.depth) : undefined;
    for (let warm = 0; warm < 30; warm++) await open(place, page.procedure, { ...page.input, cursor });
    const took: number[] = [];
    const begun = performance.now();
    for (let call = 0; call < calls; call++) {
      const before = performance.now();
      await open(place, page.procedure, { ...page.input, cursor });
      took.push(performance.now() - before);
    }
    const { p50, p95 } = describeRound(took, (performance.now() - begun) / 1000);
    times.push({ key: page.key, p50, p95 });
  }
  return times;
}

async function walk(
  place: ScalePlace,
  page: (typeof pages)[number],
  depth: number,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let step = 0; step < depth; step++) {
    cursor = (await open(place, page.procedure, { ...page.input, cursor })).nextCursor ?? undefined;
  }
  return cursor;
}

interface Page {
  rows: unknown[];
  nextCursor: string | null;
}

async function open({ adminUrl, staffCookie }: ScalePlace, procedure: string, input: object): Promise<Page> {
  const text = encodeURIComponent(JSON.stringify({ json: input }));
  const request = new Request(`${adminUrl}/api/trpc/${procedure}?input=${text}`, {
    headers: { cookie: staffCookie },
  });
  const response = await appServer('staff').handle(request);
  if (response.status !== 200)
    throw new Error(`${procedure} answered ${response.status}: ${await response.text()}`);
  const answer = (await response.json()) as { result: { data: { json: Page } } };
  const page = answer.result.data.json;
  if (page.rows.length === 0) throw new Error(`${procedure} found no rows: nothing would be measured`);
  return page;
}
