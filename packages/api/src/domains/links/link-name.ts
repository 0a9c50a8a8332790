/** Single letters and figures that people mix up when they read or write. */
const alike: Readonly<Record<string, string>> = {
  o: '0',
  q: '9',
  g: '9',
  i: '1',
  l: '1',
  z: '2',
  s: '5',
  b: '8',
  u: 'v',
};

/** Pairs that run together in print, in the form the single ones leave them: `cl` has become `c1` by then. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/c1/g, 'd'],
];

/**
 * A name with everything alike made the same: two names with one skeleton could be mixed up by eye, by hand or on the
 * phone. Case, spaces and hyphens do not count. Plain letters and figures only come through: look-alikes of other
 * alphabets never get as far.
 */
export function skeletonOf(name: string): string {
  let text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[oqgilzsbu]/g, (letter) => alike[letter] ?? letter);
  for (const [pair, single] of pairs) text = text.replace(pair, single);
  return text;
}

/** What somebody typed or followed, in the form codes and names are stored in. */
export function tidyEntry(entry: string): string {
  return entry
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, '-')
    .slice(0, 60);
}

/** A name an address can end with. */
export const LINK_NAME = /^[0-9a-z](?:[0-9a-z-]{0,58}[0-9a-z])?$/;

/** Addresses of our own, people one must not pretend to be, and the name of the product. */
const reserved = [
  ...['account', 'admin', 'api', 'app', 'apply', 'auth', 'coverage', 'directory', 'docs', 'edge', 'health'],
  ...['healthz', 'home', 'intake', 'invitation', 'join', 'links', 'login', 'logout', 'partner', 'partners'],
  ...['patient', 'patients', 'portal', 'readyz', 'refer', 'register', 'reset', 'setup', 'sign-in', 'sign-up'],
  ...['start', 'verify', 'webhooks', 'www', 'confirm', 'consent', 'decline', 'forgot', 'leads', 'rewards'],
  ...[
    'abuse',
    'billing',
    'compliance',
    'finance',
    'help',
    'official',
    'privacy',
    'security',
    'staff',
    'support',
  ],
  ...['null', 'undefined', 'test', 'default', 'friends'],
].map(skeletonOf);

const brand = skeletonOf('goodword');

/** True for names that belong to the house: its addresses, its people, its own name and that of the organisation. */
export function isReserved(name: string, organisation: string): boolean {
  const skeleton = skeletonOf(name);
  const ours = skeletonOf(organisation);
  return (
    reserved.includes(skeleton) || skeleton.includes(brand) || (ours.length > 0 && skeleton.includes(ours))
  );
}
