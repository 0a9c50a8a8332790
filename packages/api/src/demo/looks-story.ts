import { addDays, addHours, addMinutes } from '../shared/clock.ts';
import { DEMO_PASSWORD } from './people.ts';
import type { Tale } from './tale.ts';

const looks = [
  {
    day: 152,
    partner: 'salem@alofuq.test',
    reason: 'You wrote that a lead was gone after you accepted it.',
    minutes: 12,
  },
  // Goes home without leaving: time ends it.
  { day: 174, partner: 'layla@harbourgate.test', reason: 'You asked where the statement for May is.' },
  {
    day: 177,
    partner: 'salem@alofuq.test',
    reason: 'To see why the earnings page took so long for you.',
    minutes: 4,
  },
];

/** An administrator sees the portals of two partners with their eyes; both can read that it happened. */
export function tellLooks({ stage, timeline, start, staff, partnerId }: Tale): void {
  for (const { day, partner, reason, minutes } of looks) {
    timeline.at(addHours(addDays(start, day), 9.5), async () => {
      const admin = stage.browser('staff');
      await admin.identity.signIn({ email: staff.admin, password: DEMO_PASSWORD });
      const { url } = await admin.looks.open({ partnerId: await partnerId(partner), reason });
      const portal = stage.browser('partner');
      await portal.looks.enter({ token: url.split('/').at(-1) ?? '' });
      await portal.portal.home();
      await portal.shares.mine({});
      if (minutes) {
        await stage.advanceTo(addMinutes(stage.now(), minutes));
        await portal.looks.leave();
      }
      await admin.identity.signOut();
    });
  }
}
