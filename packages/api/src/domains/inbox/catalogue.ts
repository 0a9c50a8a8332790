import type { AccountAudience, NotificationKind } from '@goodword/db/vocabulary';
import type { Permission } from '../../auth/permissions.ts';
import type { Channels } from './inbox.ts';

/** Who among the audience is told. */
export type Readers =
  /** Everybody whose role allows this. Of a partner: of the partner the thing belongs to. */
  | { may: Permission }
  /** Who works on the lead; when nobody does, everybody whose role allows this. */
  | { assigneeElse: Permission }
  /** The account manager of the partner; when it has none, everybody whose role allows this. */
  | { caretakerElse: Permission }
  /** The client the thing belongs to. */
  | 'client';

/**
 * How mail about it is made: `own` by a template of the domain it comes from, `plain` from the title that the person
 * sees in the app.
 */
export type MailForm = 'own' | 'plain';

export interface Kind {
  name: NotificationKind;
  audience: AccountAudience;
  /** Events that cause it. None where a periodic task looks for the cause. */
  on: readonly string[];
  readers: Readers;
  /** How the settings name it. */
  label: string;
  group: 'Work' | 'Money' | 'Partners' | 'Company' | 'System' | 'Friends and rewards' | 'Introductions';
  mail: MailForm;
  /** The mail is part of the business itself, such as an invoice, and cannot be switched off. */
  mailNeeded: boolean;
  /** Told once about a thing and event, however often it happens: a second time would tell what is not to be told. */
  oncePerSubject: boolean;
  defaults: Channels;
}

const inApp: Channels = { in_app: true, email: false, digest: false };
const inAppAndDigest: Channels = { in_app: true, email: false, digest: true };
const atOnce: Channels = { in_app: true, email: true, digest: false };
const quiet: Channels = { in_app: false, email: false, digest: false };

type Given = Pick<Kind, 'audience' | 'on' | 'readers' | 'label' | 'group' | 'defaults'> &
  Partial<Pick<Kind, 'mail' | 'mailNeeded' | 'oncePerSubject'>>;

const given: Readonly<Record<NotificationKind, Given>> = {
  application_received: {
    audience: 'staff',
    on: ['partner.applied'],
    readers: { may: 'applications.decide' },
    label: 'A partner applied',
    group: 'Partners',
    defaults: inAppAndDigest,
  },
  referral_received: {
    audience: 'staff',
    on: ['partner_referral.submitted', 'partner_referral.received'],
    readers: { may: 'referrals.work' },
    label: 'A partner referred a client',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  lead_assigned: {
    audience: 'staff',
    on: ['lead.assigned'],
    readers: { assigneeElse: 'leads.work' },
    label: 'A lead was assigned to you',
    group: 'Work',
    defaults: atOnce,
  },
  share_accepted: {
    audience: 'staff',
    on: ['lead_share.accepted'],
    readers: { assigneeElse: 'shares.manage' },
    label: 'A partner accepted a lead',
    group: 'Work',
    defaults: inApp,
  },
  share_rejected: {
    audience: 'staff',
    on: ['lead_share.rejected'],
    readers: { assigneeElse: 'shares.manage' },
    label: 'A partner declined a lead',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  share_returned: {
    audience: 'staff',
    on: ['lead_share.returned'],
    readers: { assigneeElse: 'shares.manage' },
    label: 'A partner gave a lead back',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  share_expired: {
    audience: 'staff',
    on: ['lead_share.expired'],
    readers: { assigneeElse: 'shares.manage' },
    label: 'A partner did not answer in time',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  deal_reported: {
    audience: 'staff',
    on: ['deal.reported'],
    readers: { may: 'deals.verify' },
    label: 'A deal waits to be verified',
    group: 'Money',
    defaults: inAppAndDigest,
  },
  commission_to_approve: {
    audience: 'staff',
    on: ['commission.calculated'],
    readers: { may: 'commissions.decide' },
    label: 'A commission waits for approval',
    group: 'Money',
    defaults: inAppAndDigest,
  },
  reward_to_approve: {
    audience: 'staff',
    on: ['reward.earned'],
    readers: { may: 'rewards.decide' },
    label: 'A reward waits for release',
    group: 'Money',
    defaults: inAppAndDigest,
  },
  introduction_requested: {
    audience: 'staff',
    on: ['referral_request.pending'],
    readers: { may: 'introductions.manage' },
    label: 'Somebody asks for an introduction',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  introduction_declined: {
    audience: 'staff',
    on: ['introduction.declined'],
    readers: { may: 'introductions.manage' },
    label: 'A partner declined an introduction',
    group: 'Work',
    defaults: inApp,
  },
  credential_to_check: {
    audience: 'staff',
    on: ['credential.added'],
    readers: { caretakerElse: 'partners.manage' },
    label: 'A credential waits to be checked',
    group: 'Partners',
    defaults: inAppAndDigest,
  },
  credential_ending: {
    audience: 'staff',
    on: ['credential.ending'],
    readers: { caretakerElse: 'partners.manage' },
    label: 'A credential of a partner ends soon',
    group: 'Partners',
    defaults: atOnce,
  },
  job_failed: {
    audience: 'staff',
    on: [],
    readers: { may: 'jobs.manage' },
    label: 'A background job failed for good',
    group: 'System',
    defaults: { in_app: true, email: true, digest: true },
  },
  message_failed: {
    audience: 'staff',
    on: [],
    readers: { may: 'jobs.manage' },
    label: 'A message could not be delivered',
    group: 'System',
    defaults: inAppAndDigest,
  },

  lead_offered: {
    audience: 'partner',
    on: ['lead_share.sent'],
    readers: { may: 'portal.work' },
    label: 'A lead is offered to you',
    group: 'Work',
    mail: 'own',
    defaults: atOnce,
  },
  lead_taken_back: {
    audience: 'partner',
    on: ['lead_share.revoked', 'lead_share.withdrawn'],
    readers: { may: 'portal.work' },
    label: 'A lead was taken back',
    group: 'Work',
    mail: 'own',
    defaults: atOnce,
  },
  offer_expired: {
    audience: 'partner',
    on: ['lead_share.expired'],
    readers: { may: 'portal.work' },
    label: 'An offered lead expired',
    group: 'Work',
    defaults: inAppAndDigest,
  },
  introduction_received: {
    audience: 'partner',
    on: ['introduction.intro_sent'],
    readers: { may: 'portal.work' },
    label: 'You are introduced to a client',
    group: 'Work',
    mail: 'own',
    defaults: atOnce,
  },
  referral_progress: {
    audience: 'partner',
    // What a referral ends with is told by its client only: neither dormant nor converted stands here.
    on: [
      'partner_referral.confirmed',
      'partner_referral.accepted',
      'partner_referral.declined',
      'partner_referral.rejected',
      'partner_referral.expired',
    ],
    readers: { may: 'portal.work' },
    label: 'A referral of yours moved on',
    group: 'Work',
    oncePerSubject: true,
    defaults: inAppAndDigest,
  },
  commission_approved: {
    audience: 'partner',
    on: ['commission.approved'],
    readers: { may: 'portal.own' },
    label: 'A commission was approved',
    group: 'Money',
    mail: 'own',
    oncePerSubject: true,
    defaults: atOnce,
  },
  commission_invoiced: {
    audience: 'partner',
    on: ['commission.invoiced'],
    readers: { may: 'portal.own' },
    label: 'A commission is due from you',
    group: 'Money',
    mail: 'own',
    mailNeeded: true,
    defaults: atOnce,
  },
  commission_paid: {
    audience: 'partner',
    on: ['commission.paid'],
    readers: { may: 'portal.own' },
    label: 'A commission was paid (each one)',
    group: 'Money',
    defaults: quiet,
  },
  payout_paid: {
    audience: 'partner',
    on: ['payout.paid'],
    readers: { may: 'portal.own' },
    label: 'A payout was paid',
    group: 'Money',
    mail: 'own',
    defaults: atOnce,
  },
  agreement_changed: {
    audience: 'partner',
    on: ['agreement.published'],
    // An owner accepts; past the grace nobody of the team can begin anything new.
    readers: { may: 'portal.read' },
    label: 'The agreement has a new version',
    group: 'Company',
    mail: 'own',
    mailNeeded: true,
    defaults: atOnce,
  },
  group_changed: {
    audience: 'partner',
    on: ['group_move.made', 'group_move.reversed'],
    readers: { may: 'portal.own' },
    label: 'You are in another group, or its terms change',
    group: 'Company',
    mail: 'own',
    defaults: atOnce,
  },
  own_credential_ending: {
    audience: 'partner',
    on: ['credential.ending'],
    readers: { may: 'portal.read' },
    label: 'A credential of yours ends soon',
    group: 'Company',
    mailNeeded: true,
    defaults: atOnce,
  },
  credential_decided: {
    audience: 'partner',
    on: ['credential.verified', 'credential.refused'],
    readers: { may: 'portal.read' },
    label: 'We checked a credential of yours',
    group: 'Company',
    defaults: atOnce,
  },
  member_joined: {
    audience: 'partner',
    on: ['account.joined'],
    readers: { may: 'portal.own' },
    label: 'A colleague joined your team',
    group: 'Company',
    defaults: inAppAndDigest,
  },

  friend_joined: {
    audience: 'patient',
    on: ['invite.registered'],
    readers: 'client',
    label: 'A friend joined by your invitation',
    group: 'Friends and rewards',
    defaults: inAppAndDigest,
  },
  reward_available: {
    audience: 'patient',
    on: ['reward.available'],
    readers: 'client',
    label: 'A reward is ready',
    group: 'Friends and rewards',
    mail: 'own',
    defaults: atOnce,
  },
  reward_expiring: {
    audience: 'patient',
    on: [],
    readers: 'client',
    label: 'A reward expires soon',
    group: 'Friends and rewards',
    defaults: { in_app: true, email: false, digest: true },
  },
  introduction_made: {
    audience: 'patient',
    on: ['introduction.intro_sent'],
    readers: 'client',
    label: 'We introduced you to a professional',
    group: 'Introductions',
    mail: 'own',
    defaults: atOnce,
  },
  introduction_connected: {
    audience: 'patient',
    on: ['introduction.connected'],
    readers: 'client',
    label: 'A professional got in touch',
    group: 'Introductions',
    defaults: inAppAndDigest,
  },
};

/** Every kind there is, in the order of the settings. */
export const catalogue: readonly Kind[] = Object.entries(given).map(([name, kind]) => ({
  mail: 'plain',
  mailNeeded: false,
  oncePerSubject: false,
  ...kind,
  name: name as NotificationKind,
}));

const byName = new Map(catalogue.map((kind) => [kind.name, kind]));

export function kindNamed(name: NotificationKind): Kind {
  return byName.get(name) as Kind;
}

/** What a role has to allow, for somebody to be told at all. */
export function permissionOf(readers: Exclude<Readers, 'client'>): Permission {
  if ('may' in readers) return readers.may;
  return 'assigneeElse' in readers ? readers.assigneeElse : readers.caretakerElse;
}

/** What a person with this role is ever told, in the order of the settings. */
export function kindsFor(reader: { audience: AccountAudience; may: (permission: Permission) => boolean }) {
  return catalogue.filter(({ audience, readers }) => {
    if (audience !== reader.audience) return false;
    if (readers === 'client') return true;
    return reader.may(permissionOf(readers));
  });
}
