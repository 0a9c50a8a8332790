import { createHash } from 'node:crypto';
import { isRefusal } from '@goodword/web/server';
import { api } from '../../../../../trpc/server.ts';

/** The page on one sheet. What it says changes with the catalogue, so a copy counts for an hour. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ type: string; region: string }> },
): Promise<Response> {
  try {
    const { type, region } = await params;
    const landing = await (await api()).landing.read({ type, region });
    // A drawn sheet carries the time it was drawn at: what it says is what makes it the same.
    const etag = `"${createHash('sha256').update(JSON.stringify(landing)).digest('base64url')}"`;
    const headers = { etag, 'cache-control': 'public, max-age=3600, stale-while-revalidate=86400' };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    const { fileName, contentBase64 } = await (await api()).landing.onePager({ type, region });
    return new Response(Buffer.from(contentBase64, 'base64'), {
      headers: {
        ...headers,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${fileName}"`,
      },
    });
  } catch (error) {
    if (!isRefusal(error) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
    // Sheets are counted by the minute.
    if (error.code === 'TOO_MANY_REQUESTS') {
      return new Response(error.message, { status: 429, headers: { 'retry-after': '60' } });
    }
    return new Response('There is no such page.', { status: 404 });
  }
}
