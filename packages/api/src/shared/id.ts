import { randomBytes } from 'node:crypto';

/** What each prefix stands for. */
export const idPrefixes = {
  account: 'acc',
  agreement: 'agr',
  application: 'app',
  applicationDraft: 'adr',
  applicationQuestion: 'qst',
  apiKey: 'key',
  audit: 'aud',
  client: 'cli',
  commission: 'com',
  complaint: 'cmp',
  consent: 'con',
  consultation: 'cst',
  creditLot: 'lot',
  credential: 'crd',
  deal: 'del',
  document: 'doc',
  engagement: 'eng',
  engagementPlan: 'epl',
  group: 'grp',
  groupMove: 'pgm',
  groupTerms: 'pgt',
  import: 'imp',
  inboundEvent: 'evt',
  introduction: 'itr',
  invite: 'inv',
  lead: 'led',
  leadNote: 'lno',
  leadShare: 'shr',
  lawDecision: 'law',
  ledgerTransaction: 'ltx',
  message: 'msg',
  notification: 'ntf',
  partner: 'par',
  partnerLook: 'lok',
  partnerGroup: 'pgr',
  partnerMail: 'pml',
  partnerReferral: 'ref',
  passkey: 'psk',
  payout: 'pay',
  payoutBatch: 'pba',
  program: 'prg',
  redemption: 'rdm',
  referralRequest: 'req',
  reward: 'rew',
  run: 'run',
  session: 'ses',
  shareLink: 'lnk',
  tableView: 'viw',
  signIn: 'sin',
  teamInvitation: 'tin',
  token: 'tok',
  touchpoint: 'tpt',
  yearlyCheck: 'ych',
} as const;
export type IdKind = keyof typeof idPrefixes;

/** Crockford's alphabet in lower case: no i, l, o, u to misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Prefixed, time-sortable id: 48 bits of milliseconds, then 80 random bits.
 * @param kind what it identifies; gives the prefix
 * @param now the moment it is made for
 */
export function newId(kind: IdKind, now: Date): string {
  return `${idPrefixes[kind]}_${encodeTime(now.getTime())}${randomText(16)}`;
}

/** `length` characters of 5 random bits each, from the system's CSPRNG. */
export function randomText(length: number): string {
  let text = '';
  for (const byte of randomBytes(length)) text += ALPHABET[byte & 31];
  return text;
}

function encodeTime(ms: number): string {
  let rest = ms;
  let text = '';
  for (let place = 0; place < 10; place++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Unguessable code people can read aloud: 50 random bits. */
export function newCode(): string {
  return randomText(10);
}

/** Secret of a link or key: 160 random bits. */
export function newSecret(): string {
  return randomText(32);
}
