import { isbot } from 'isbot';
import { isClick, LINK_NAME, resolveLink, skeletonOf, tidyEntry, utmQuery } from '../domains/links/index.ts';
import type { Context } from '../platform/context.ts';
import type { EdgeReply, EdgeRequest, EdgeRoute } from './http.ts';

type EdgeContext = Omit<Context, 'scope' | 'actor' | 'requestId'>;

/** `/r/:code`, by code or by any name of a link: records the click, then redirects to the page of the link's owner. */
export function followLinkRoutes(ctx: EdgeContext): EdgeRoute[] {
  const handle = (request: EdgeRequest) => followLink(ctx, request);
  return [
    { method: 'GET', path: '/r/:code', handle },
    { method: 'HEAD', path: '/r/:code', handle },
  ];
}

async function followLink(ctx: EdgeContext, request: EdgeRequest): Promise<EdgeReply> {
  const entry = tidyEntry(request.params.code ?? '');
  if (!LINK_NAME.test(entry)) return redirect(`${ctx.urls.patient}/`);
  const occurredAt = ctx.clock.now();
  const click = madeByPerson(request)
    ? { visitorHash: visitorHash(ctx, request, occurredAt), occurredAt }
    : null;
  const target = await resolveLink(ctx.db, { code: entry, skeleton: skeletonOf(entry) }, click);
  if (!target) return redirect(`${ctx.urls.patient}/`);
  const page = `${target.partnerId ? 'start' : 'i'}/${target.code}`;
  return redirect(`${ctx.urls.patient}/${page}${utmQuery(request.url.searchParams)}`);
}

function madeByPerson({ method, headers }: EdgeRequest): boolean {
  const userAgent = headers['user-agent'];
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].flatMap((name) => headers[name] ?? []);
  return isClick({ method, userAgent, purposes, isBot: isbot(userAgent) });
}

/** Another hash every day: the same visitor is counted once a day and followed no further. */
function visitorHash(ctx: EdgeContext, { address, headers }: EdgeRequest, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return ctx.vault.keyedHash('visitor', `${day}|${address}|${headers['user-agent'] ?? ''}`);
}

/** 302 and not stored: each visit comes by here again. */
function redirect(location: string): EdgeReply {
  return {
    status: 302,
    headers: {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  };
}
