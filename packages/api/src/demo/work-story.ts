import { addDays, addHours } from '../shared/clock.ts';
import type { DemoPartner } from './people.ts';
import type { Procedures } from './stage.ts';
import { type Tale, unlessOvertaken } from './tale.ts';

const notes = [
  'Called back in the evening, prefers messages.',
  'Wants to decide together with the family.',
  'Has seen two projects already, liked the second.',
  'Financing needs a letter from the employer.',
];
const lostReasons = ['Bought elsewhere.', 'Budget does not fit.', 'No answer after four calls.', 'Spam.'];
const rejectReasons = [
  'Outside our capacity this month.',
  'Not our area.',
  'The budget is below our portfolio.',
];

/** What coordinators and partners do with a lead from the day it came in. */
export function planLead(tale: Tale, leadId: string): void {
  const { timeline, stage, random } = tale;
  const contacted = addHours(stage.now(), random.between(4, 30));
  timeline.at(contacted, () => contact(tale, leadId));
}

async function contact(tale: Tale, leadId: string): Promise<void> {
  const { stage, staff, random, timeline } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  await unlessOvertaken(coordinator.leads.changeStatus({ id: leadId, to: 'contacted' }));
  if ((await coordinator.leads.get({ id: leadId })).status !== 'contacted') return;
  await coordinator.leads.addNote({ id: leadId, body: random.pick(notes) });
  const draw = random.next();
  const next = addHours(stage.now(), random.between(12, 60));
  if (draw < 0.1) timeline.at(next, () => lose(tale, leadId));
  else if (draw < 0.14) timeline.at(next, () => closeByClient(tale, leadId));
  else if (draw < 0.93) timeline.at(next, () => qualify(tale, leadId));
}

async function lose({ stage, staff, random }: Tale, id: string): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  await unlessOvertaken(coordinator.leads.changeStatus({ id, to: 'lost', reason: random.pick(lostReasons) }));
}

async function closeByClient({ stage, staff }: Tale, id: string): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  await unlessOvertaken(
    coordinator.leads.changeStatus({
      id,
      to: 'closed_by_client',
      reason: 'Decided to rent for another year.',
    }),
  );
}

async function qualify(tale: Tale, leadId: string): Promise<void> {
  const { stage, staff, random, timeline } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  await unlessOvertaken(coordinator.leads.changeStatus({ id: leadId, to: 'qualified' }));
  if ((await coordinator.leads.get({ id: leadId })).status !== 'qualified') return;
  const next = addHours(stage.now(), random.between(3, 40));
  if (random.chance(0.72)) timeline.at(next, () => share(tale, leadId));
  else timeline.at(addDays(next, random.between(5, 25)), () => closeDirectly(tale, leadId));
}

/** No partner fits or none is needed: our own people close the deal. */
async function closeDirectly(tale: Tale, leadId: string): Promise<void> {
  const { stage, staff, random } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  const lead = await coordinator.leads.get({ id: leadId });
  if (lead.status !== 'qualified' && lead.status !== 'in_progress') return;
  if (random.chance(0.25)) return;
  await coordinator.deals.report({
    leadId,
    valueMinor: dealValue(tale, lead.currency),
    currency: lead.currency,
    closedAt: stage.now(),
  });
}

function dealValue({ random }: Tale, currency: string): bigint {
  const thousands = { AED: [900, 4200], INR: [6500, 30_000], SGD: [800, 3000], USD: [250, 1400] }[
    currency
  ] ?? [200, 900];
  return BigInt(random.between(thousands[0] ?? 200, thousands[1] ?? 900)) * 100_000n;
}

async function share(tale: Tale, leadId: string): Promise<void> {
  const { stage, staff, random, timeline } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  // Somebody sold to this client meanwhile.
  if ((await coordinator.leads.get({ id: leadId })).status !== 'qualified') return;
  const candidates = (await coordinator.shares.candidates({ leadId })).filter(
    ({ eligible, defaultTicks }) => eligible && Object.values(defaultTicks).some(Boolean),
  );
  const chosen = choose(tale, candidates);
  if (chosen.length === 0) {
    timeline.at(addDays(stage.now(), 6), () => closeDirectly(tale, leadId));
    return;
  }
  for (const candidate of chosen) {
    const { id } = await coordinator.shares.create({
      leadId,
      partnerId: candidate.partnerId,
      engagementId: candidate.engagementId,
      ticks: candidate.defaultTicks,
    });
    const partner = await findPartner(tale, candidate.partnerId);
    const answered = addHours(stage.now(), random.between(1, 30));
    if (partner && random.chance(0.93)) timeline.at(answered, () => answer(tale, partner, id));
    else if (random.chance(0.3)) timeline.at(answered, () => withdraw(tale, id));
  }
}

/** Developers get their share of the leads in their markets; sometimes two partners compete. */
function choose<T extends { partnerTypeCode: string }>({ random }: Tale, candidates: T[]): T[] {
  const developer = candidates.find(({ partnerTypeCode }) => partnerTypeCode === 'developer');
  if (developer && random.chance(0.45)) return [developer];
  if (random.chance(0.3)) return candidates.slice(0, 2);
  return candidates.length > 0 ? [random.pick(candidates)] : [];
}

async function findPartner(
  { activePartners, partnerId }: Tale,
  id: string,
): Promise<DemoPartner | undefined> {
  for (const partner of activePartners) if ((await partnerId(partner.email)) === id) return partner;
  return undefined;
}

async function withdraw({ stage, staff }: Tale, id: string): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const reason = 'The client is looked after by a colleague.';
  await unlessOvertaken(coordinator.shares.withdraw({ id, reason }));
}

/** The partner is gone or suspended: nobody signs in for it any more. */
function canAct(tale: Tale, partner: DemoPartner): boolean {
  return tale.activePartners.some(({ email }) => email === partner.email);
}

async function answer(tale: Tale, partner: DemoPartner, id: string): Promise<void> {
  const { stage, random, timeline } = tale;
  if (!canAct(tale, partner)) return;
  const owner = await stage.as('partner', partner.email);
  if (random.chance(0.17)) {
    await unlessOvertaken(owner.shares.reject({ id, reason: random.pick(rejectReasons) }));
    return;
  }
  await unlessOvertaken(owner.shares.accept({ id }));
  timeline.at(addDays(stage.now(), random.between(1, 4)), () => begin(tale, partner, id));
}

async function begin(tale: Tale, partner: DemoPartner, id: string): Promise<void> {
  const { stage, random, timeline } = tale;
  if (!canAct(tale, partner) || random.chance(0.12)) return;
  const owner = await stage.as('partner', partner.email);
  await unlessOvertaken(owner.shares.start({ id }));
  timeline.at(addDays(stage.now(), random.between(8, 30)), () => finish(tale, partner, id));
}

async function finish(tale: Tale, partner: DemoPartner, id: string): Promise<void> {
  const { stage, random } = tale;
  if (!canAct(tale, partner)) return;
  const owner = await stage.as('partner', partner.email);
  await unlessOvertaken(closeOrReturn(tale, owner, id, random.next()));
}

async function closeOrReturn(tale: Tale, owner: Procedures, id: string, draw: number): Promise<void> {
  if (draw < 0.12) {
    await owner.shares.return({ id, reason: 'The client asked for somebody who speaks Russian.' });
  } else if (draw < 0.28) await owner.shares.close({ id, outcome: 'lost' });
  else {
    const { lead } = await owner.shares.mineDetail({ id });
    const currency = lead.budget?.currency ?? 'USD';
    await owner.shares.close({ id, outcome: 'won', valueMinor: dealValue(tale, currency), currency });
  }
}
