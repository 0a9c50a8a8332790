import type { LivePage } from '@goodword/web';

/** What each page shows, so that it follows when that changes. */
export const livePages: readonly LivePage[] = [
  { path: '/home', topics: 'all' },
  { path: '/friends', topics: ['friends', 'rewards'] },
  { path: '/rewards', topics: ['rewards'] },
  { path: '/professionals', topics: ['introductions'] },
  { path: '/my-data', topics: ['consents'] },
  { path: '/notifications', topics: ['inbox'] },
];
