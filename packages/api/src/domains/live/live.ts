import type { AccountAudience } from '@goodword/db/vocabulary';

/** What an open page can be about. A page says which of them it shows. */
export const liveTopics = [
  'applications',
  'commissions',
  'consents',
  'coverage',
  'deals',
  'friends',
  'inbox',
  'introductions',
  'jobs',
  'leads',
  'partners',
  'payouts',
  'people',
  'programs',
  'referrals',
  'rewards',
] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** An event as the outbox has it, and whom its subject belongs to. */
export interface LiveFact {
  type: string;
  subjectId: string;
  partnerId: string | null;
  clientId: string | null;
  /** The first of its type about its subject. */
  isFirst: boolean;
}

/** Who listens, as the session says now. */
export interface Listener {
  audience: AccountAudience;
  accountId: string;
  partnerId: string | null;
  clientId: string | null;
  /** The topics this person's role may read. */
  topics: readonly LiveTopic[];
}

/** All that leaves: which sort of thing changed, and its id where the listener knows it. */
export interface LiveChange {
  topic: LiveTopic;
  subjectId: string;
}

/** By the part of an event's type before the dot. */
const topicsByPrefix: Readonly<Record<string, LiveTopic>> = {
  account: 'people',
  client: 'leads',
  commission: 'commissions',
  consent: 'consents',
  coverage: 'coverage',
  credential: 'partners',
  deal: 'deals',
  engagement: 'partners',
  group_move: 'partners',
  inbox: 'inbox',
  introduction: 'introductions',
  invite: 'friends',
  job: 'jobs',
  lead: 'leads',
  lead_share: 'leads',
  partner: 'partners',
  partner_group: 'partners',
  partner_referral: 'referrals',
  payout: 'payouts',
  payout_batch: 'payouts',
  program: 'programs',
  redemption: 'rewards',
  referral_request: 'introductions',
  reward: 'rewards',
  team: 'people',
};

/** Moves of an application are of interest where applications are shown. */
const ofApplications = ['partner.applied', 'partner.approved', 'partner.rejected', 'partner.pending_review'];

/**
 * Of its own things a partner hears these. Not that an introduction is only proposed, that a payout is being
 * prepared, that a referral rests or was converted (how it ends is the client's to tell), nor anything of deals: a deal
 * of somebody it referred would tell the same.
 */
const heardByPartner =
  /^(lead_share\.|commission\.|introduction\.(intro_sent|connected|closed|declined)$|payout\.(sent|paid|failed)$|partner_referral\.(submitted|received|intake|confirmed|form_filled|address_proved|accepted|declined|rejected|expired)$|account\.(joined|disabled|role_changed)$|group_move\.(made|reversed)$|partner\.(approved|active|inactive|profile_changed|agreement_accepted)$)/;

/** Of its own things a patient hears these. Nothing of what a friend does in care, and of rewards only what is ready. */
const heardByPatient =
  /^(invite\.(created|registered)$|reward\.(available|redeemed|expired)$|redemption\.|introduction\.(intro_sent|connected|closed)$|referral_request\.|consent\.)/;

/**
 * What somebody may hear of an event: null when nothing. The one place that decides it; whatever else is in the event
 * stays behind.
 */
export function audible(fact: LiveFact, listener: Listener): LiveChange | null {
  const topic =
    ofApplications.includes(fact.type) && listener.audience === 'staff'
      ? 'applications'
      : topicsByPrefix[fact.type.split('.')[0] ?? ''];
  if (!topic) return null;
  const change = { topic, subjectId: fact.subjectId };
  // An inbox is one person's, among staff too.
  if (topic === 'inbox') return fact.subjectId === listener.accountId ? change : null;
  if (!listener.topics.includes(topic)) return null;
  switch (listener.audience) {
    case 'staff':
      return change;
    case 'partner':
      if (!fact.partnerId || fact.partnerId !== listener.partnerId) return null;
      if (!heardByPartner.test(fact.type)) return null;
      // A referral that rested and is taken up again is accepted again: the partner does not know that it rested.
      return fact.type === 'partner_referral.accepted' && !fact.isFirst ? null : change;
    case 'patient':
      return fact.clientId && fact.clientId === listener.clientId && heardByPatient.test(fact.type)
        ? change
        : null;
  }
}

/** A place in the outbox, in the order in which the relay takes events. */
export interface Position {
  xid: bigint;
  id: bigint;
}

export function positionText({ xid, id }: Position): string {
  return `${xid}-${id}`;
}

/** Null for what was never a position of ours. */
export function readPosition(text: string | null | undefined): Position | null {
  const match = /^(\d{1,19})-(\d{1,18})$/.exec(text ?? '');
  return match?.[1] && match[2] ? { xid: BigInt(match[1]), id: BigInt(match[2]) } : null;
}

export function isBehind(one: Position, other: Position): boolean {
  return one.xid > other.xid || (one.xid === other.xid && one.id > other.id);
}
