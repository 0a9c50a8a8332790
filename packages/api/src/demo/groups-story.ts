import { addDays, addHours } from '../shared/clock.ts';
import { invariant } from '../shared/errors.ts';
import type { Procedures } from './stage.ts';
import type { Tale } from './tale.ts';

interface DemoGroup {
  name: string;
  description: string;
  rank: number;
  partnerTypeCode: string | null;
  /** Rates in basis points by partner type; the rest of the terms is that of the type. */
  rates: Readonly<Record<string, number>>;
  members: readonly string[];
}

const demoGroups: readonly DemoGroup[] = [
  {
    name: 'Launch circle',
    description: 'Channels in their first year: a little more for every deal.',
    rank: 10,
    partnerTypeCode: 'channel',
    rates: { channel: 1600 },
    members: ['huda@palmdistrict.test'],
  },
  {
    name: 'Silver',
    description: 'Partners who work with us steadily.',
    rank: 20,
    partnerTypeCode: null,
    rates: { channel: 1800, service_provider: 1200, rera_agent: 1600 },
    members: ['imran@movewell.test', 'yara@marinamedia.test', 'salem@alofuq.test'],
  },
  {
    name: 'Gold',
    description: 'Those who close most with us; looked after by the management.',
    rank: 30,
    partnerTypeCode: null,
    rates: { channel: 2200, broker: 2200, rera_agent: 1800 },
    members: [],
  },
];

/** Three groups with terms of their own, a rule that moves partners up, and one move that staff take back. */
export function tellGroups(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addHours(addDays(start, 50), 9), () => makeGroups(tale));
  timeline.at(addHours(addDays(start, 112), 10), () => switchRuleOn(tale));
  timeline.at(addHours(addDays(start, 160), 10), () => takeOneBack(tale));
}

async function makeGroups({ stage, staff, partnerId }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  for (const { rates, members, ...group } of demoGroups) {
    const { id } = await manager.partnerGroups.create(group);
    for (const [partnerTypeCode, rateBps] of Object.entries(rates)) {
      const { version, types } = await manager.partnerGroups.get({ id });
      const type = types.find(({ code }) => code === partnerTypeCode);
      invariant(type, 'the demo names open types');
      await manager.partnerGroups.setTerms({
        id,
        version,
        partnerTypeCode,
        terms: { ...type.terms, rateBps },
        reason: 'Agreed with sales for this year.',
      });
    }
    if (members.length === 0) continue;
    const ids = await Promise.all(members.map(partnerId));
    await manager.partnerGroups.move({
      ids,
      groupId: id,
      reason: 'They know each other from the first deals.',
    });
  }
}

async function goldOf(manager: Procedures) {
  const gold = (await manager.partnerGroups.list()).find(({ name }) => name === 'Gold');
  invariant(gold, 'the demo has made its groups');
  return gold;
}

async function switchRuleOn({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const { id, version } = await goldOf(manager);
  await manager.partnerGroups.setRule({
    id,
    version,
    enabled: true,
    measure: 'verified_deals',
    threshold: 3n,
    currency: null,
    windowDays: 90,
    fromGroupId: null,
  });
}

async function takeOneBack({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const { id } = await goldOf(manager);
  const { rows } = await manager.partnerGroups.moves({ groupId: id, limit: 100 });
  const newest = rows.find(({ cause, reversible }) => cause === 'rule' && reversible);
  if (!newest) return;
  await manager.partnerGroups.reverse({
    moveId: newest.id,
    reason: 'Two of the deals were units of one contract.',
  });
}
