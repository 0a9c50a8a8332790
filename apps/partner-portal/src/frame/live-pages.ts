import type { LivePage } from '@goodword/web';

/** What each page shows, so that it follows when that changes. */
export const livePages: readonly LivePage[] = [
  { path: '/home', topics: 'all' },
  { path: '/leads', topics: ['leads'] },
  { path: '/introductions', topics: ['introductions'] },
  { path: '/referrals', topics: ['referrals'] },
  { path: '/earnings', topics: ['commissions', 'payouts'] },
  { path: '/team', topics: ['people'] },
  { path: '/notifications', topics: ['inbox'] },
];
