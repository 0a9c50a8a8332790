import { addDays, addHours } from '../shared/clock.ts';
import type { Procedures } from './stage.ts';
import type { Tale } from './tale.ts';

/** How far a request gets in the story. */
const fates = [
  'closed',
  'closed_with_deal',
  'connected',
  'intro_sent',
  'declined',
  'matched',
  'unfulfilled',
  'cancelled',
  'closed',
  'pending',
  'pending',
  'closed_with_deal',
] as const;
type Fate = (typeof fates)[number];

const wishes = [
  { type: 'attorney', region: 'US-MN', need: 'A co-ownership agreement for three friends.' },
  { type: 'lender', region: 'US-MN', need: 'One mortgage for four buyers.' },
  { type: 'attorney', region: 'US-CA', need: 'Review of a tenancy-in-common agreement.' },
  { type: 'title', region: 'US-MN', need: 'Closing for a house bought by two couples.' },
] as const;

const owners = [
  'maya@mail.test',
  'noah@mail.test',
  'ines@mail.test',
  'theo@mail.test',
  'salma@mail.test',
  'jonas@mail.test',
];

/** Groups ask for a professional; staff match and introduce; partners answer. */
export function tellRequests(tale: Tale): void {
  const { timeline, start } = tale;
  for (const [index, fate] of fates.entries()) {
    const day = fate === 'pending' ? 177 + (index % 2) : 64 + index * 9;
    timeline.at(addHours(addDays(start, day), 9), () => ask(tale, fate, index));
  }
}

async function ask(tale: Tale, fate: Fate, index: number): Promise<void> {
  const { stage, timeline, random } = tale;
  const owner = owners[index % owners.length] as (typeof owners)[number];
  const wish = wishes[index % wishes.length] as (typeof wishes)[number];
  const patient = await stage.as('patient', owner);
  const group = await patient.groups.create({
    name: random.pick(['Lake house friends', 'The duplex', 'Our shared home', 'Cabin group']),
    members: ['Robin', 'Alex', 'Kim'].slice(0, random.between(1, 3)),
  });
  const { id } = await patient.requests.create({
    groupId: group.id,
    partnerTypeCode: wish.type,
    region: wish.region,
    groupSize: random.between(2, 4),
    priceMinMinor: 300_000_00n,
    priceMaxMinor: 650_000_00n,
    timeline: random.pick(['now', 'within_3_months', 'within_6_months'] as const),
    specificNeed: wish.need,
    consentScopes: ['contact', 'budget', 'requirements'],
  });
  if (fate === 'pending') return;
  const next = addDays(stage.now(), 2);
  if (fate === 'cancelled') timeline.at(next, async () => void (await patient.requests.cancel({ id })));
  else if (fate === 'unfulfilled') timeline.at(addDays(next, 6), () => giveUp(tale, id));
  else timeline.at(next, () => match(tale, id, fate));
}

async function giveUp({ stage, staff }: Tale, requestId: string): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  await coordinator.requests.markUnfulfilled({
    requestId,
    reason: 'Nobody takes groups of this size at the moment.',
  });
}

async function match(tale: Tale, requestId: string, fate: Fate): Promise<void> {
  const { stage, staff, timeline } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  const candidates = await coordinator.requests.candidates({ requestId });
  const candidate = candidates.find(({ eligible }) => eligible);
  if (!candidate) return;
  const introduction = await coordinator.requests.match({ requestId, engagementId: candidate.engagementId });
  if (fate === 'matched') return;
  await coordinator.requests.sendIntroduction({ introductionId: introduction.id });
  if (fate === 'intro_sent') return;
  const email = await emailOf(tale, candidate.partnerId);
  if (!email) return;
  timeline.at(addDays(stage.now(), 1), async () => {
    const partner = await stage.as('partner', email);
    if (fate === 'declined') {
      await partner.introductions.decline({
        id: introduction.id,
        reason: 'Fully booked until next quarter.',
      });
      return;
    }
    await partner.introductions.connect({ id: introduction.id });
    if (fate !== 'connected')
      timeline.at(addDays(stage.now(), 12), () => close(tale, coordinator, introduction.id, fate));
  });
}

async function close(
  { stage }: Tale,
  coordinator: Procedures,
  introductionId: string,
  fate: Fate,
): Promise<void> {
  await coordinator.requests.recordOutcome(
    fate === 'closed_with_deal'
      ? {
          introductionId,
          outcome: 'deal_closed',
          notes: 'Closed with all signatures.',
          deal: { valueMinor: 480_000_00n, currency: 'USD', closedAt: stage.now() },
        }
      : { introductionId, outcome: 'engaged', notes: 'Works with the group now.' },
  );
}

async function emailOf({ activePartners, partnerId }: Tale, id: string): Promise<string | undefined> {
  for (const { email } of activePartners) if ((await partnerId(email)) === id) return email;
  return undefined;
}
