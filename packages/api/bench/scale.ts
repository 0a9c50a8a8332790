import { appServer } from '../src/server.ts';
import { seedId } from './places.ts';
import { describeRound } from './statistics.ts';

export interface ScalePlace {
  adminUrl: string;
  partnerUrl: string;
  staffCookie: string;
  /** Of the partner with the first link. */
  partnerCookie: string;
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
  {
    key: 'partners-type',
    of: 'partners',
    name: 'Partners of one type and region, newest first',
    procedure: 'partners.list',
    input: { type: 'broker', region: 'AE', sort: 'created', dir: 'desc' },
  },
  {
    key: 'partners-group',
    of: 'partners',
    name: 'Partners of one group and status, by name',
    procedure: 'partners.list',
    input: { group: seedId('pgr', 1), status: 'active', sort: 'name', dir: 'asc' },
  },
  {
    key: 'partners-stalled',
    of: 'partners',
    name: 'Newcomers with nothing happening, newest first',
    procedure: 'partners.list',
    input: { onboarding: 'stalled', sort: 'created', dir: 'desc' },
  },
  {
    key: 'clicks',
    of: 'interactions',
    name: 'Clicks by day of one link, as its partner',
    procedure: 'links.stats',
    input: { id: seedId('lnk', 1) },
    as: 'partner',
  },
  {
    key: 'links',
    of: 'interactions',
    name: 'All links of a partner with their clicks',
    procedure: 'links.mine',
    input: {},
    as: 'partner',
  },
] as const;

type Page = (typeof pages)[number];

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
    for (let warm = 0; warm < 30; warm++) await open(place, page, cursor);
    const took: number[] = [];
    const begun = performance.now();
    for (let call = 0; call < calls; call++) {
      const before = performance.now();
      await open(place, page, cursor);
      took.push(performance.now() - before);
    }
    const { p50, p95 } = describeRound(took, (performance.now() - begun) / 1000);
    times.push({ key: page.key, p50, p95 });
  }
  return times;
}

async function walk(place: ScalePlace, page: Page, depth: number): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let step = 0; step < depth; step++) {
    cursor = (await open(place, page, cursor)).nextCursor ?? undefined;
  }
  return cursor;
}

interface Answer {
  rows?: unknown[];
  days?: { clicks: number }[];
  nextCursor?: string | null;
}

async function open(place: ScalePlace, page: Page, cursor?: string): Promise<Answer> {
  const [audience, url, cookie] =
    'as' in page
      ? (['partner', place.partnerUrl, place.partnerCookie] as const)
      : (['staff', place.adminUrl, place.staffCookie] as const);
  const text = encodeURIComponent(JSON.stringify({ json: { ...page.input, cursor } }));
  const request = new Request(`${url}/api/trpc/${page.procedure}?input=${text}`, { headers: { cookie } });
  const response = await appServer(audience).handle(request);
  if (response.status !== 200)
    throw new Error(`${page.procedure} answered ${response.status}: ${await response.text()}`);
  const answer = (await response.json()) as { result: { data: { json: Answer | unknown[] } } };
  const data = answer.result.data.json;
  const found: Answer = Array.isArray(data) ? { rows: data } : data;
  if (!found.rows?.length && !found.days?.some(({ clicks }) => clicks > 0))
    throw new Error(`${page.procedure} found nothing: nothing would be measured`);
  return found;
}
