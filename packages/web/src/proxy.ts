import { readEnv, type Settings } from '@goodword/config/env';
import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from './headers.ts';

export interface ProxyOptions {
  /** The public address of the app, by its setting. */
  url: (settings: Settings) => string;
  /** Pages whose address is a secret: they tell no other site where the visitor came from. */
  tokenPaths?: readonly string[];
}

/**
 * Adds the headers every page carries, and nothing else: who may see what is decided where the data is read.
 * The nonce reaches Next through the request's own policy header.
 */
export function createProxy({ url, tokenPaths = [] }: ProxyOptions) {
  const isHttps = url(readEnv()).startsWith('https:');
  return function proxy(request: NextRequest): NextResponse {
    const { pathname, search } = request.nextUrl;
    const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
    const policy = contentPolicy(nonce, isHttps);

    const headers = new Headers(request.headers);
    headers.set('content-security-policy', policy);
    headers.set('x-nonce', nonce);
    headers.set(PATH_HEADER, `${pathname}${search}`);
    const response = NextResponse.next({ request: { headers } });

    const isSecret = tokenPaths.some((path) => pathname.startsWith(path));
    response.headers.set('content-security-policy', policy);
    response.headers.set('x-content-type-options', 'nosniff');
    response.headers.set('referrer-policy', isSecret ? 'no-referrer' : 'same-origin');
    response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    response.headers.set('cross-origin-opener-policy', 'same-origin');
    if (isSecret) response.headers.set('x-robots-tag', 'noindex');
    if (isHttps) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
    return response;
  };
}

/** Styles may stand inline: the component libraries write them, and they run no code. */
function contentPolicy(nonce: string, isHttps: boolean): string {
  const isDevelopment = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
