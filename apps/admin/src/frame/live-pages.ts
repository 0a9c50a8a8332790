import type { LivePage } from '@goodword/web';

/** What each page shows, so that it follows when that changes. */
export const livePages: readonly LivePage[] = [
  { path: '/', topics: 'all' },
  { path: '/applications', topics: ['applications', 'partners'] },
  { path: '/partners', topics: ['partners', 'applications', 'leads', 'people'] },
  { path: '/partner-groups', topics: ['partners', 'deals'] },
  { path: '/coverage', topics: ['coverage', 'partners'] },
  { path: '/leads', topics: ['leads', 'consents', 'deals', 'referrals'] },
  { path: '/referrals', topics: ['referrals', 'leads'] },
  { path: '/introductions', topics: ['introductions', 'deals'] },
  { path: '/deals', topics: ['deals', 'commissions'] },
  { path: '/commissions', topics: ['commissions', 'deals', 'payouts'] },
  { path: '/payouts', topics: ['payouts', 'commissions'] },
  { path: '/ledger', topics: ['payouts', 'commissions', 'rewards'] },
  { path: '/programs', topics: ['programs', 'friends', 'rewards'] },
  { path: '/invites', topics: ['friends'] },
  { path: '/rewards', topics: ['rewards'] },
  { path: '/jobs', topics: ['jobs'] },
  { path: '/notifications', topics: ['inbox'] },
];
