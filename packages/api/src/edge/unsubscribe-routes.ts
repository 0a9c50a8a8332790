import { readUnsubscribe, unsubscribe } from '../domains/inbox/index.ts';
import type { Context } from '../platform/context.ts';
import { AppError } from '../shared/errors.ts';
import type { EdgeReply, EdgeRequest, EdgeRoute } from './http.ts';

type EdgeContext = Omit<Context, 'scope' | 'actor' | 'requestId'>;

/**
 * `/u/:secret`: the address of the one-click header (RFC 8058). Mail programs post to it; a person who opens it gets a
 * page with a button, because scanners open links too.
 */
export function unsubscribeRoutes(ctx: EdgeContext): EdgeRoute[] {
  const contextOf = ({ requestId }: EdgeRequest): Context => ({
    ...ctx,
    scope: { audience: 'public' },
    actor: { type: 'visitor' },
    requestId,
  });
  const secretOf = ({ params }: EdgeRequest) => params.secret ?? '';
  return [
    {
      method: 'GET',
      path: '/u/:secret',
      handle: (request) =>
        answered(async () => {
          const sort = await readUnsubscribe(contextOf(request), secretOf(request));
          return page(
            'Stop these e-mails?',
            sort === 'digest'
              ? 'You will get no summary of unread notifications any more.'
              : 'You will get no e-mails about this sort of news any more. You still find it in the app.',
            '<form method="post"><button>Stop these e-mails</button></form>',
          );
        }),
    },
    {
      method: 'POST',
      path: '/u/:secret',
      handle: (request) =>
        answered(async () => {
          await unsubscribe(contextOf(request), secretOf(request));
          return page(
            'Done',
            'You get no e-mails of this sort any more. You can change that at any time in the settings of your notifications.',
          );
        }),
    },
  ];
}

async function answered(answer: () => Promise<EdgeReply>): Promise<EdgeReply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'link_invalid') throw error;
    return page(
      'This link does not work any more',
      'Sign in and choose in the settings of your notifications what we tell you by e-mail.',
      '',
      404,
    );
  }
}

/** Our own words only: nothing of the request or of the database is written into the page. */
function page(title: string, text: string, action = '', status = 200): EdgeReply {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
    rawBody: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.25rem}h1{font-size:1.5rem}button{font:inherit;font-weight:600;padding:.7rem 1.2rem;border-radius:.5rem;border:0;background:#3730a3;color:#fff;cursor:pointer}</style></head><body><main><h1>${title}</h1><p>${text}</p>${action}</main></body></html>`,
  };
}
