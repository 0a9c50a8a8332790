import { credentialKindName, type NotificationKind } from '@goodword/db/vocabulary';
import { describeMoney } from '../../shared/money.ts';
import { regionName } from '../../shared/regions.ts';
import type { Subject } from './subjects.queries.ts';

export interface Told {
  kind: NotificationKind;
  eventType: string;
  subjectId: string;
}

export interface Words {
  title: string;
  /** A second line, where there is one. */
  detail: string | null;
  /** Where the thing is shown; null when it is not there for the reader any more. */
  href: string | null;
}

/** The end of an id, to talk about a thing whose name is not the reader's to know. */
const reference = (id: string) => id.slice(-6).toUpperCase();

const steps: Readonly<Record<string, string>> = {
  'partner_referral.confirmed': 'The client confirmed your referral',
  'partner_referral.accepted': 'We took on a client you referred',
  'partner_referral.declined': 'A client you referred does not want to be contacted',
  'partner_referral.rejected': 'We could not take on a client you referred',
  'partner_referral.expired': 'A client you referred did not answer in time',
};

type Describe = (told: Told, subject: Subject) => Omit<Words, 'href'> & { href: string };

const money = ({ amount }: Subject) => (amount ? describeMoney(amount) : null);
const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ') || null;

const share =
  (verb: string): Describe =>
  ({ subjectId }, { name, leadId }) => ({
    title: `${name} ${verb}`,
    detail: `Lead ${reference(leadId ?? subjectId)}`,
    href: `/leads/${leadId}`,
  });

const offer =
  (title: string): Describe =>
  ({ subjectId }, { sort }) => ({
    title,
    detail: joined(`Lead ${reference(subjectId)}`, sort),
    href: `/leads/${subjectId}`,
  });

const commission =
  (title: string): Describe =>
  ({ subjectId }, subject) => ({ title, detail: money(subject), href: `/earnings/${subjectId}` });

const credential = ({ sort, number }: Subject) => `${credentialKindName(sort ?? '')} ${number}`;
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
/** The day that stands on a licence belongs to no zone. */
const day = (date: Date | null) => (date ? days.format(date) : '');

const reward =
  (title: string): Describe =>
  () => ({ title, detail: null, href: '/rewards' });

const describe: Readonly<Record<NotificationKind, Describe>> = {
  application_received: ({ subjectId }, { name }) => ({
    title: `${name} applied to become a partner`,
    detail: null,
    href: `/applications/${subjectId}`,
  }),
  referral_received: ({ subjectId }, { name }) => ({
    title: `${name} referred a client`,
    detail: `Referral ${reference(subjectId)}`,
    href: `/referrals/${subjectId}`,
  }),
  lead_assigned: ({ subjectId }, { name, region }) => ({
    title: `The lead of ${name} was assigned to you`,
    detail: region ? regionName(region) : null,
    href: `/leads/${subjectId}`,
  }),
  share_accepted: share('accepted a lead'),
  share_rejected: share('declined a lead'),
  share_returned: share('gave a lead back'),
  share_expired: share('did not answer in time'),
  deal_reported: ({ subjectId }, subject) => ({
    title: 'A deal waits to be verified',
    detail: joined(money(subject), subject.name),
    href: `/deals/${subjectId}`,
  }),
  commission_to_approve: ({ subjectId }, subject) => ({
    title: 'A commission waits for approval',
    detail: joined(money(subject), subject.name),
    href: `/commissions/${subjectId}`,
  }),
  reward_to_approve: (_told, { name }) => ({
    title: 'A reward waits for release',
    detail: name,
    href: '/rewards?status=earned',
  }),
  introduction_requested: ({ subjectId }, { sort, region }) => ({
    title: 'Somebody asks for an introduction',
    detail: joined(sort, region ? regionName(region) : null),
    href: `/introductions/${subjectId}`,
  }),
  introduction_declined: (_told, { name, requestId }) => ({
    title: `${name} declined an introduction`,
    detail: 'The request waits for another partner.',
    href: `/introductions/${requestId}`,
  }),
  credential_to_check: (_told, subject) => ({
    title: `${subject.name} gave us a credential to check`,
    detail: joined(credential(subject), subject.region && regionName(subject.region)),
    href: `/partners/${subject.partnerId}`,
  }),
  credential_ending: (_told, subject) => ({
    title: `A credential of ${subject.name} ends on ${day(subject.until)}`,
    detail: joined(credential(subject), subject.region && regionName(subject.region)),
    href: `/partners/${subject.partnerId}`,
  }),
  job_failed: ({ eventType }) => ({
    title: 'A background job failed for good',
    detail: eventType,
    href: '/jobs',
  }),
  message_failed: ({ subjectId }, { sort }) => ({
    title: 'A message could not be delivered',
    detail: sort,
    href: `/messages/${subjectId}`,
  }),

  lead_offered: offer('A new lead waits for your answer'),
  lead_taken_back: offer('A lead was taken back'),
  offer_expired: offer('An offered lead expired without your answer'),
  introduction_received: ({ subjectId }, { sort }) => ({
    title: 'You are introduced to a client',
    detail: joined(`Introduction ${reference(subjectId)}`, sort),
    href: `/introductions/${subjectId}`,
  }),
  referral_progress: ({ subjectId, eventType }, { name }) => ({
    title: steps[eventType] ?? 'A referral of yours moved on',
    detail: name ?? `Referral ${reference(subjectId)}`,
    href: `/referrals/${subjectId}`,
  }),
  commission_approved: commission('A commission was approved'),
  commission_invoiced: commission('A commission is due from you'),
  commission_paid: commission('A commission was paid'),
  payout_paid: (_told, subject) => ({
    title: 'A payout was paid',
    detail: money(subject),
    href: '/earnings/payouts',
  }),
  agreement_changed: (_told, { name, sort }) => ({
    title: 'The agreement has a new version',
    detail: joined(name, sort && `Version ${sort}`),
    href: '/agreement',
  }),
  group_changed: (_told, { name }) => ({
    title: name ? `You are in the group ${name} now` : 'You are no longer in a group',
    detail: 'Your terms may be others from now on.',
    href: '/profile',
  }),
  own_credential_ending: (_told, subject) => ({
    title: `${credential(subject)} ends on ${day(subject.until)}`,
    detail: 'Add the renewed one in time: where your work needs it, no new leads come without it.',
    href: '/profile',
  }),
  credential_decided: ({ eventType }, subject) => ({
    title:
      eventType === 'credential.refused'
        ? `We could not verify ${credential(subject)}`
        : `We verified ${credential(subject)}`,
    detail: eventType === 'credential.refused' ? subject.reason : null,
    href: '/profile',
  }),
  member_joined: (_told, { name }) => ({ title: `${name} joined your team`, detail: null, href: '/team' }),

  friend_joined: ({ subjectId }) => ({
    title: 'A friend joined by your invitation',
    detail: null,
    href: `/friends/${subjectId}`,
  }),
  reward_available: reward('A reward is ready for you'),
  reward_expiring: reward('A reward expires soon'),
  introduction_made: (_told, { sort, requestId }) => ({
    title: 'We introduced you to a professional',
    detail: sort,
    href: `/professionals/${requestId}`,
  }),
  introduction_connected: (_told, { sort, requestId }) => ({
    title: 'You and the professional are in touch',
    detail: sort,
    href: `/professionals/${requestId}`,
  }),
};

/** A failed job is no row of a table: there is nothing to look up. */
const unseen: Subject = {
  name: null,
  sort: null,
  region: null,
  amount: null,
  leadId: null,
  requestId: null,
  partnerId: null,
  number: null,
  until: null,
  reason: null,
};

/**
 * The words of a notification, from what its reader may see of the thing now.
 * @param subject undefined when the thing is not theirs to see any more
 * @param label says at least what sort of news it was
 */
export function wordsOf(told: Told, subject: Subject | undefined, label: string): Words {
  if (told.kind === 'job_failed') return describe.job_failed(told, unseen);
  if (!subject) return { title: label, detail: 'No longer available', href: null };
  return describe[told.kind](told, subject);
}
