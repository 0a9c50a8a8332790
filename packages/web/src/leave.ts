import { signInPath } from './paths.ts';

/** A session that ended while the page was open leads to the sign-in page and back. */
export function leave(): void {
  if (window.location.pathname === '/sign-in') return;
  window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
}
