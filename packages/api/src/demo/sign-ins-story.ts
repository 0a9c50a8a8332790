import type { AccountAudience } from '@goodword/db/vocabulary';
import { addDays, addHours } from '../shared/clock.ts';
import { DEMO_PASSWORD } from './people.ts';
import type { Tale } from './tale.ts';

const laptop =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
const office = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0';
const phone =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Mobile Safari/537.36';

interface DemoSignIn {
  /** Days before the end of the story. */
  daysAgo: number;
  app: AccountAudience;
  email: string;
  device: string;
  /** Mistypes the password so often first. */
  mistakes?: number;
}

const admin = { app: 'staff', email: 'admin@harbour.test' } as const;
const salem = { app: 'partner', email: 'salem@alofuq.test' } as const;
const maya = { app: 'patient', email: 'maya@mail.test' } as const;

const signIns: readonly DemoSignIn[] = [
  { daysAgo: 41, ...salem, device: office },
  { daysAgo: 33, ...admin, device: laptop },
  { daysAgo: 26, ...salem, device: phone, mistakes: 2 },
  { daysAgo: 19, ...maya, device: phone },
  { daysAgo: 12, ...admin, device: office, mistakes: 1 },
  { daysAgo: 9, ...salem, device: office },
  { daysAgo: 4, ...maya, device: laptop, mistakes: 1 },
  { daysAgo: 2, ...salem, device: office },
  { daysAgo: 2, ...admin, device: laptop },
];

/** People come back from one device and another, and mistype: what their sign-in history tells. */
export function tellSignIns({ stage, timeline, end }: Tale): void {
  for (const { daysAgo, app, email, device, mistakes = 0 } of signIns) {
    timeline.at(addHours(addDays(end, -daysAgo), -3), async () => {
      const browser = stage.browser(app, device);
      for (let n = 0; n < mistakes; n++) {
        // Refused, as it should be: the history tells of it.
        await browser.identity.signIn({ email, password: `not my password ${n}` }).catch(() => {});
      }
      await browser.identity.signIn({ email, password: DEMO_PASSWORD });
      await browser.identity.signOut();
    });
  }
}
