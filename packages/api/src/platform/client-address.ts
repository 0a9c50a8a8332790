import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address that limits count for, from `X-Forwarded-For`. Only its last part was written by the server next to us;
 * whatever stands before it a caller can have made up.
 */
export function nearestAddress(forwarded: string | null | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : 'unknown';
}

/**
 * Makes every request to this process carry the address it came from, and nothing a caller claims. For servers that
 * show their handlers headers but no socket; not for use behind a proxy that is trusted.
 */
export function stateSocketAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  });
}
