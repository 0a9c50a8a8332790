import type { AccountAudience, StaffRole } from '@goodword/db/vocabulary';

/** Everybody who can call a procedure, by what they are signed in as. */
export type Role =
  | 'anonymous'
  | StaffRole
  | 'partner_owner'
  | 'partner_member'
  /** An administrator who sees the portal of a partner as it does, and changes nothing. */
  | 'partner_onlooker'
  | 'patient';

export const rolesByAudience: Readonly<Record<AccountAudience, readonly Role[]>> = {
  staff: ['anonymous', 'admin', 'manager', 'coordinator', 'finance', 'auditor'],
  partner: ['anonymous', 'partner_owner', 'partner_member', 'partner_onlooker'],
  patient: ['anonymous', 'patient'],
};

const everyone = [
  'anonymous',
  'admin',
  'manager',
  'coordinator',
  'finance',
  'auditor',
  'partner_owner',
  'partner_member',
  'partner_onlooker',
  'patient',
] as const;
const staff = ['admin', 'manager', 'coordinator', 'finance', 'auditor'] as const;
const partner = ['partner_owner', 'partner_member'] as const;

/** The one table of who may do what. docs/permissions.md is generated from it. */
export const permissions = {
  /** Open to all, signed in or not; a link or nothing at all is the credential. */
  public: everyone,
  /** One's own account, session and second factor. */
  'account.self': [...staff, ...partner, 'patient'],

  'partners.read': staff,
  'partners.manage': ['admin', 'manager'],
  /** The portal of a partner with its eyes, read only. */
  'partners.view_as': ['admin'],
  /** Partner types, and the decisions that the law lets a regulated one be paid. */
  'catalogue.manage': ['admin'],
  /** Terms outside what the type allows, with a reason. */
  'terms.override': ['admin'],
  /** Touchpoints, gifts and cadence: internal. */
  'care.read': staff,
  'care.work': ['admin', 'manager', 'coordinator'],
  'applications.decide': ['admin', 'manager'],
  /** Files of applicants and partners; a partner finds its own only. */
  'documents.read': [...staff, ...partner, 'partner_onlooker'],
  'agreements.read': staff,
  'agreements.manage': ['admin'],
  'coverage.read': staff,
  'coverage.manage': ['admin', 'manager'],
  'introductions.read': staff,
  'introductions.manage': ['admin', 'manager', 'coordinator'],
  'referrals.read': staff,
  'referrals.work': ['admin', 'manager', 'coordinator'],
  'leads.read': staff,
  'leads.work': ['admin', 'manager', 'coordinator'],
  'shares.manage': ['admin', 'manager', 'coordinator'],
  'deals.read': staff,
  'deals.report': ['admin', 'manager', 'coordinator'],
  'deals.verify': ['admin', 'manager', 'finance'],
  'programs.read': staff,
  'programs.manage': ['admin', 'manager'],
  'rewards.read': staff,
  'rewards.decide': ['admin', 'finance'],
  'commissions.read': staff,
  'commissions.decide': ['admin', 'finance'],
  'payouts.read': ['admin', 'finance', 'auditor'],
  'payouts.manage': ['admin', 'finance'],
  'ledger.read': ['admin', 'finance', 'auditor'],
  'messages.read': ['admin', 'manager', 'auditor'],
  'audit.read': ['admin', 'auditor'],
  'jobs.read': ['admin', 'auditor'],
  'jobs.manage': ['admin'],
  /** Progress and results of long work. */
  'runs.read': staff,
  'runs.manage': ['admin', 'manager'],
  'settings.read': ['admin', 'auditor'],
  'settings.manage': ['admin'],

  /** The partner's own leads, referrals, links and money. */
  'portal.read': [...partner, 'partner_onlooker'],
  /** One's own look at a portal: what leaves as a file, and its end. */
  'portal.look': ['partner_onlooker'],
  'portal.work': partner,
  /** Team, agreement, payout details. */
  'portal.own': ['partner_owner'],

  /** The patient's own invites, rewards, requests and consents. */
  'patient.self': ['patient'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function allows(permission: Permission, role: Role): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
