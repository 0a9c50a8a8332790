import type { TouchpointKind } from '@goodword/db/vocabulary';
import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

interface DemoTouchpoint {
  day: number;
  by: 'manager' | 'coordinator';
  partner: string;
  kind: TouchpointKind;
  withWhom?: string;
  note?: string;
  /** In the currency of the partner type's limit. */
  value?: { amountMinor: bigint; currency: string };
}

const sgd = (amountMinor: bigint) => ({ amountMinor, currency: 'SGD' });

const grace = { partner: 'grace@straitsbank.test', withWhom: 'Grace Lee' };
const wei = { partner: 'wei@limtan.test', withWhom: 'Lim Wei' };

const touchpoints: readonly DemoTouchpoint[] = [
  { day: 40, by: 'manager', ...grace, kind: 'meeting', note: 'Agreed who calls whom when a loan stalls.' },
  { day: 55, by: 'manager', ...wei, kind: 'coffee', note: 'Prefers a call before each introduction.' },
  {
    day: 62,
    by: 'coordinator',
    partner: 'salem@alofuq.test',
    kind: 'call',
    note: 'Wants marina flats first.',
  },
  { day: 70, by: 'coordinator', partner: 'layla@harbourgate.test', kind: 'call' },
  {
    day: 78,
    by: 'coordinator',
    partner: 'owen@prairielending.test',
    kind: 'call',
    note: 'Rates sheet comes monthly.',
  },
  {
    day: 84,
    by: 'manager',
    partner: 'ravi@northline.test',
    kind: 'meeting',
    note: 'Walked through the new towers.',
  },
  { day: 118, by: 'manager', ...grace, kind: 'coffee' },
  {
    day: 126,
    by: 'coordinator',
    partner: 'nora@lakesidelaw.test',
    kind: 'call',
    note: 'Bar rules: no gifts, no meals.',
  },
  { day: 139, by: 'coordinator', partner: 'salem@alofuq.test', kind: 'lunch', note: 'Planned the open day.' },
  { day: 151, by: 'coordinator', partner: 'dana@tcsharedtitle.test', kind: 'call' },
  {
    day: 158,
    by: 'coordinator',
    partner: 'yara@marinamedia.test',
    kind: 'note',
    note: 'New series starts next month.',
  },
  {
    day: 164,
    by: 'manager',
    ...grace,
    kind: 'lunch',
    value: sgd(84_50n),
    note: 'Thanked her for two clients.',
  },
  {
    day: 171,
    by: 'manager',
    ...grace,
    kind: 'gift',
    value: sgd(188_00n),
    note: 'Hamper for the team, asked compliance first.',
  },
  {
    day: 175,
    by: 'coordinator',
    partner: 'layla@harbourgate.test',
    kind: 'call',
    note: 'Capacity up from next quarter.',
  },
];

const plans: readonly (Omit<DemoTouchpoint, 'day'> & { inDays: number; cancelled?: boolean })[] = [
  { inDays: 2, by: 'manager', ...wei, kind: 'coffee' },
  { inDays: 4, by: 'coordinator', partner: 'owen@prairielending.test', kind: 'call' },
  { inDays: 6, by: 'manager', partner: 'ravi@northline.test', kind: 'meeting' },
  { inDays: 8, by: 'coordinator', partner: 'salem@alofuq.test', kind: 'coffee', cancelled: true },
];

/** Months of coffees and calls: most partners are looked after, some wait too long, one is close to its gift limit. */
export function tellCare(tale: Tale): void {
  const { stage, timeline, start, end, staff } = tale;
  timeline.at(addHours(addDays(start, 10), 8), async () => {
    const manager = await stage.as('staff', staff.manager);
    for (const partnerTypeCode of ['banker', 'law']) {
      await manager.care.setRule({
        partnerTypeCode,
        cadenceDays: 90,
        giftLimitMinor: 300_00n,
        currency: 'SGD',
      });
    }
  });
  for (const { day, by, partner, ...facts } of touchpoints) {
    timeline.at(addHours(addDays(start, day), 11), async () => {
      const person = await stage.as('staff', staff[by]);
      await person.care.record({ ...facts, partnerId: await tale.partnerId(partner), heldAt: stage.now() });
    });
  }
  timeline.at(addHours(end, -20), async () => {
    for (const { inDays, by, partner, cancelled, ...facts } of plans) {
      const person = await stage.as('staff', staff[by]);
      const partnerId = await tale.partnerId(partner);
      const heldAt = addDays(end, inDays);
      const { id } = await person.care.record({ ...facts, partnerId, status: 'planned', heldAt });
      if (cancelled) await person.care.cancel({ id, reason: 'He travels that week.' });
    }
  });
}
