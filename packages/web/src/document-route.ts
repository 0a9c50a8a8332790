import type { Outputs } from '@goodword/api';
import { isRefusal } from './refusal.ts';

type Download = Outputs['documents']['download'];

/**
 * Hands out a file that somebody else wrote. A link to it carries `download`: without, the router of the app takes it for a
 * page and waits for one that never comes. It is saved and never shown as a page of ours, whatever is in it. Whoever may
 * not have it, and whoever asks for what is not there, gets the same answer.
 */
export function documentRoute(read: (id: string) => Promise<Download>) {
  return async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
    try {
      const { fileName, mediaType, contentBase64 } = await read((await params).id);
      return new Response(Buffer.from(contentBase64, 'base64'), {
        headers: {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${ascii(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    } catch (error) {
      if (!isRefusal(error) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
      return new Response('There is no such document, or you have no access to it.', { status: 404 });
    }
  };
}

/** For browsers that do not read the second name. */
function ascii(fileName: string): string {
  return fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
}
