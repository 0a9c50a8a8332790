/** Any own origin will do: it only has to differ from what a hostile address names. */
const BASE = 'https://own.invalid';

/** The wish if it is a path of this app, else the home page. Foreign addresses and protocol tricks never pass. */
export function ownPath(wish: unknown, fallback = '/'): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || !URL.canParse(wish, BASE)) return fallback;
  const url = new URL(wish, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback;
  if (url.pathname === '/sign-in') return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where to sign in, and to come back from there. */
export function signInPath(next: string): string {
  const target = ownPath(next);
  return target === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`;
}
