import type { QueryClient } from '@tanstack/react-query';
import { signInPath } from './paths.ts';

/** A session that ended while the page was open leads to the sign-in page and back. */
export function leave(): void {
  if (window.location.pathname === '/sign-in') return;
  window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
}

/**
 * Waits for what this page is having done. Its answer may bring another session, as when a second factor is added: until
 * it is there the cookie is that of a session that has ended, and leaving would throw the answer away.
 * @returns whether there was anything to wait for
 */
export async function untilActsEnd(client: QueryClient): Promise<boolean> {
  if (client.isMutating() === 0) return false;
  await new Promise<void>((resolve) => {
    const stop = client.getMutationCache().subscribe(() => {
      if (client.isMutating() > 0) return;
      stop();
      resolve();
    });
  });
  return true;
}
