/** What the seed lays out and the measurements use, named so that both sides know the ids without asking. */
export const sizes = {
  partners: 1000,
  /** Partners whose people sign in: so many that nobody refers more clients in an hour than a person may. */
  signedIn: 500,
  /** Partners that take shares, in each side of the comparison. */
  sharers: 50,
  clients: 10_000,
  /** The first of the clients have agreed to share with brokers. */
  consenting: 2000,
  links: 1000,
  apiKeys: 200,
  ownShares: 200,
  /** Clicks on the first link, which belongs to the ninth partner. */
  ownClicks: 1000,
} as const;

/** @param number from 1 */
export function seedId(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(26, '0')}`;
}

export function linkCode(number: number): string {
  return String(number).padStart(10, '0');
}

export function keySecret(number: number): string {
  return `gw_live_${String(number).padStart(32, '0')}`;
}

/** One signing secret for all keys: how many there are matters, which they are does not. */
export const SIGNING_SECRET = `whsec_${Buffer.from('a signing secret for measurements').toString('base64')}`;

/** What a round of a measurement is told. */
export interface Setup {
  databaseUrl: string;
  superuserUrl: string;
  edgePort: number;
  partnerUrl: string;
  adminUrl: string;
  staffCookie: string;
  partnerCookies: string[];
  connections: number;
}
