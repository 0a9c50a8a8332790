import { addHours } from '../shared/clock.ts';
import { demoPartners } from './people.ts';
import type { Tale } from './tale.ts';

/** How staff arranged their work: who looks after whom, which lists they keep, what they wrote to partners. */
export function tellDesk(tale: Tale): void {
  tale.timeline.at(addHours(tale.end, -30), () => handOver(tale));
  tale.timeline.at(addHours(tale.end, -28), () => keepViews(tale));
  tale.timeline.at(addHours(tale.end, -26), () => writeLetter(tale));
}

async function handOver(tale: Tale): Promise<void> {
  const manager = await tale.stage.as('staff', tale.staff.manager);
  const people = await manager.leads.assignees();
  const idsOf = async (wanted: (index: number) => boolean) =>
    Promise.all(demoPartners.filter((_, index) => wanted(index)).map(({ email }) => tale.partnerId(email)));
  // Every third partner has nobody yet: there is something left to hand over.
  for (const [rest, { id }] of people.slice(0, 2).entries()) {
    await manager.partners.setOwner({ ids: await idsOf((index) => index % 3 === rest), accountId: id });
  }
}

async function keepViews({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  await manager.views.save({
    list: 'partners',
    name: 'Nobody looks after',
    query: { owner: 'none', status: 'active' },
  });
  const coordinator = await stage.as('staff', staff.coordinator);
  await coordinator.views.save({
    list: 'leads',
    name: 'Oldest new ones',
    query: { status: 'new', sort: 'created' },
  });
}

async function writeLetter(tale: Tale): Promise<void> {
  const { stage, staff } = tale;
  const manager = await stage.as('staff', staff.manager);
  const agents = demoPartners.filter(({ type, fate }) => type === 'agent' && fate === 'active');
  await manager.partners.write({
    ids: await Promise.all(agents.map(({ email }) => tale.partnerId(email))),
    subject: 'How we hand over clients from next month',
    body: 'From next month we call every client once more before we share a lead.\n\nYou get fewer leads, and each of them expects your call.',
    key: '5b0f7f3e-3d0a-4c7e-9d0e-2f6c1a9b4d11',
  });
  await stage.settle();
}
