import type { Permission } from '@goodword/api/client';
import type { NavSection } from '@goodword/ui';
import {
  BadgeCheck,
  Banknote,
  BookOpenCheck,
  Building2,
  Cog,
  Coins,
  FileClock,
  FileSignature,
  Gift,
  Handshake,
  HeartHandshake,
  House,
  IdCard,
  Inbox,
  Layers,
  Mail,
  Map as MapIcon,
  Medal,
  Megaphone,
  Send,
  Share2,
  ShieldCheck,
  Target,
  Upload,
  UserCog,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';

interface Destination {
  label: string;
  href: string;
  icon: ReactNode;
  permission: Permission;
}

const sections: readonly { title?: string; items: readonly Destination[] }[] = [
  { items: [{ label: 'Home', href: '/', icon: <House />, permission: 'account.self' }] },
  {
    title: 'Partners',
    items: [
      { label: 'Applications', href: '/applications', icon: <Inbox />, permission: 'partners.read' },
      { label: 'Partners', href: '/partners', icon: <Building2 />, permission: 'partners.read' },
      { label: 'Care', href: '/care', icon: <HeartHandshake />, permission: 'care.read' },
      { label: 'Partner groups', href: '/partner-groups', icon: <Medal />, permission: 'partners.read' },
      { label: 'Partner types', href: '/partner-types', icon: <Layers />, permission: 'partners.read' },
      { label: 'Agreements', href: '/agreements', icon: <FileSignature />, permission: 'agreements.read' },
      { label: 'Credentials', href: '/credentials', icon: <IdCard />, permission: 'partners.read' },
      { label: 'Coverage', href: '/coverage', icon: <MapIcon />, permission: 'coverage.read' },
    ],
  },
  {
    title: 'Work',
    items: [
      { label: 'Leads', href: '/leads', icon: <Target />, permission: 'leads.read' },
      { label: 'Referrals', href: '/referrals', icon: <Share2 />, permission: 'referrals.read' },
      {
        label: 'Introductions',
        href: '/introductions',
        icon: <Handshake />,
        permission: 'introductions.read',
      },
      { label: 'Deals', href: '/deals', icon: <BadgeCheck />, permission: 'deals.read' },
    ],
  },
  {
    title: 'Friends',
    items: [
      { label: 'Programs', href: '/programs', icon: <Megaphone />, permission: 'programs.read' },
      { label: 'Invites', href: '/invites', icon: <Users />, permission: 'programs.read' },
      { label: 'Rewards', href: '/rewards', icon: <Gift />, permission: 'rewards.read' },
    ],
  },
  {
    title: 'Money',
    items: [
      { label: 'Commissions', href: '/commissions', icon: <Coins />, permission: 'commissions.read' },
      { label: 'Payouts', href: '/payouts', icon: <Banknote />, permission: 'payouts.read' },
      { label: 'Ledger', href: '/ledger', icon: <BookOpenCheck />, permission: 'ledger.read' },
    ],
  },
  {
    title: 'Platform',
    items: [
      { label: 'Messages', href: '/messages', icon: <Mail />, permission: 'messages.read' },
      { label: 'Audit trail', href: '/audit', icon: <ShieldCheck />, permission: 'audit.read' },
      { label: 'Jobs', href: '/jobs', icon: <FileClock />, permission: 'jobs.read' },
      { label: 'Staff', href: '/staff', icon: <UserCog />, permission: 'settings.read' },
      { label: 'Settings', href: '/settings', icon: <Cog />, permission: 'settings.read' },
    ],
  },
];

/** The navigation of a person: only what their role opens. */
export function destinationsFor(may: (permission: Permission) => boolean): NavSection[] {
  return sections
    .map(({ title, items }) => ({
      title,
      items: items
        .filter(({ permission }) => may(permission))
        .map(({ label, href, icon }) => ({ label, href, icon })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The most frequent things to start, for the command palette. */
export const quickActions: readonly {
  label: string;
  href: string;
  icon: ReactNode;
  permission: Permission;
}[] = [
  { label: 'Invite a partner', href: '/partners/invite', icon: <Send />, permission: 'partners.manage' },
  { label: 'Import partners', href: '/partners/import', icon: <Upload />, permission: 'partners.manage' },
  { label: 'Add a lead', href: '/leads/new', icon: <Target />, permission: 'leads.work' },
  { label: 'New program', href: '/programs/new', icon: <Megaphone />, permission: 'programs.manage' },
];
