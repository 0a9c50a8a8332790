/** Where the thing behind an id is shown, by the kind the id names itself. */
const pages: Readonly<Record<string, string>> = {
  com: '/commissions',
  del: '/deals',
  inv: '/invites',
  led: '/leads',
  msg: '/messages',
  par: '/partners',
  pba: '/payouts',
  pgr: '/partner-groups',
  prg: '/programs',
  ref: '/referrals',
  req: '/introductions',
};

/** The page of a thing, or null when it has none of its own. */
export function pageOfId(id: string): string | null {
  const page = pages[id.slice(0, 3)];
  return page && id.charAt(3) === '_' ? `${page}/${id}` : null;
}
