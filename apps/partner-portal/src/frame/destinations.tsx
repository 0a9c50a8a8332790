import type { CommandItem, NavSection } from '@goodword/ui';
import {
  Building2,
  Coins,
  FileCheck2,
  Handshake,
  House,
  Link2,
  Send,
  Share2,
  Target,
  Users,
} from 'lucide-react';

/** How much waits for an answer, by the page where it is given. */
export type Waiting = Readonly<Partial<Record<string, number>>>;

/** Every page of a signed-in partner. Both roles may read all of them. */
const destinations: readonly NavSection[] = [
  { items: [{ label: 'Home', href: '/home', icon: <House /> }] },
  {
    title: 'Work',
    items: [
      { label: 'Leads', href: '/leads', icon: <Target /> },
      { label: 'Introductions', href: '/introductions', icon: <Handshake /> },
    ],
  },
  {
    title: 'Refer',
    items: [
      { label: 'My referrals', href: '/referrals', icon: <Share2 /> },
      { label: 'Refer a client', href: '/refer', icon: <Send /> },
      { label: 'Links & codes', href: '/links', icon: <Link2 /> },
    ],
  },
  { title: 'Money', items: [{ label: 'Earnings', href: '/earnings', icon: <Coins /> }] },
  {
    title: 'Company',
    items: [
      { label: 'Profile & coverage', href: '/profile', icon: <Building2 /> },
      { label: 'Team', href: '/team', icon: <Users /> },
      { label: 'Agreement', href: '/agreement', icon: <FileCheck2 /> },
    ],
  },
];

/** The navigation, with what waits behind each entry. */
export function destinationsWith(waiting: Waiting): NavSection[] {
  return destinations.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, count: waiting[item.href] })),
  }));
}

/** The most frequent things to start, for the command palette. */
export const quickActions: readonly CommandItem[] = [
  { label: 'Refer a client now', href: '/refer', icon: <Send />, group: 'Do', keywords: ['new referral'] },
  { label: 'Copy my link', href: '/links', icon: <Link2 />, group: 'Do', keywords: ['code', 'qr'] },
  { label: 'Leads that need an answer', href: '/leads?status=sent', icon: <Target />, group: 'Do' },
];
