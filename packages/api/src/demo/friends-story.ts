import { addDays, addHours, addMinutes } from '../shared/clock.ts';
import { DEMO_PASSWORD, familyNames, givenNames } from './people.ts';
import type { Tale } from './tale.ts';

/** The first of them stands in the printed sign-ins. */
const firstPatients = [
  { name: 'Maya Lindgren', email: 'maya@mail.test' },
  { name: 'Noah Adeyemi', email: 'noah@mail.test' },
  { name: 'Ines Carvalho', email: 'ines@mail.test' },
  { name: 'Theo Park', email: 'theo@mail.test' },
  { name: 'Salma Aziz', email: 'salma@mail.test' },
  { name: 'Jonas Weber', email: 'jonas@mail.test' },
] as const;

const FRIENDS = 84;

/** Programs go live after review, patients share their links, friends join, some become patients of the clinic. */
export function tellFriends(tale: Tale): void {
  const { timeline, start, random } = tale;
  timeline.at(addHours(addDays(start, 3), 6), () => setUpPrograms(tale));
  for (const [index, patient] of firstPatients.entries()) {
    timeline.at(addHours(addDays(start, 5), index), () => register(tale, patient));
  }
  for (let n = 0; n < FRIENDS; n++) {
    const day = 10 + Math.floor(168 * Math.sqrt(random.next()));
    timeline.at(addMinutes(addDays(start, day), random.between(0, 900)), () => inviteFriend(tale, n));
  }
  timeline.at(addHours(addDays(start, 160), 8), () => changePrograms(tale));
  timeline.at(addHours(addDays(start, 170), 8), () => bringInWaitingTime(tale));
  for (let day = 60; day <= 176; day += 12) {
    timeline.at(addHours(addDays(start, day), 15), () => tale.clinic.spend(random.pick(firstPatients).email));
  }
}

const programTerms = {
  programType: 'standard',
  currency: 'USD',
  referrerRewardKind: 'credit',
  referrerAmountMinor: 50_00n,
  friendRewardKind: 'credit',
  friendAmountMinor: 25_00n,
  maxInvitesPerPatient: null,
  rewardThreshold: 1,
  inviteExpiryDays: 30,
  rewardExpiryDays: 365,
  holdDays: 0,
  yearlyCapMinor: 1_000_00n,
  healthProgram: true,
  jurisdictions: ['AE', 'US'],
  blockedPayers: ['medicare', 'medicaid', 'tricare'],
} as const;

const demoPrograms = [
  {
    ...programTerms,
    name: 'Bring a friend',
    description: 'Credit for you and your friend after the first consultation.',
    live: true,
  },
  {
    ...programTerms,
    name: 'Spring check-up',
    description: 'A seasonal offer around the yearly check-up.',
    programType: 'seasonal',
    referrerAmountMinor: 20_00n,
    friendRewardKind: 'discount',
    friendAmountMinor: null,
    friendPercentBps: 2000,
    holdDays: 14,
    live: true,
  },
  {
    ...programTerms,
    name: 'Skin health circle',
    description: 'For patients of the skin clinic.',
    programType: 'specialty',
    friendRewardKind: 'free_consultation',
    friendAmountMinor: null,
    live: true,
  },
  {
    ...programTerms,
    name: 'Family plan',
    description: 'Three relatives, one larger credit.',
    referrerAmountMinor: 200_00n,
    rewardThreshold: 3,
    live: false,
  },
  {
    ...programTerms,
    name: 'Founding patients',
    description: 'The first program of the house.',
    rewardExpiryDays: 45,
    live: true,
  },
] as const;

async function setUpPrograms({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const admin = await stage.as('staff', staff.admin);
  for (const { live, ...program } of demoPrograms) {
    const { id } = await manager.programs.create({
      ...program,
      jurisdictions: [...program.jurisdictions],
      blockedPayers: [...program.blockedPayers],
    });
    if (!live) continue;
    await admin.programs.review({
      id,
      evidence: 'Memo on patient inducements, checked with outside counsel.',
    });
    await manager.programs.changeStatus({ id, to: 'active' });
  }
}

async function changePrograms({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const { rows } = await manager.programs.list({ limit: 20 });
  const named = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
  await manager.programs.changeStatus({
    id: named('Skin health circle'),
    to: 'paused',
    reason: 'Under review.',
  });
  await manager.programs.changeStatus({
    id: named('Founding patients'),
    to: 'ended',
    reason: 'Its year is over.',
  });
}

async function register(
  { stage }: Tale,
  person: { name: string; email: string },
  code?: string,
): Promise<void> {
  await stage.visitor('patient').patients.register({ ...person, password: DEMO_PASSWORD, code });
  await stage.settle();
  const token = await stage.link(person.email, '/verify/');
  await stage.visitor('patient').patients.verifyEmail({ token, password: DEMO_PASSWORD });
  await stage.settle();
}

async function inviteFriend(tale: Tale, n: number): Promise<void> {
  const { stage, random, timeline } = tale;
  const inviter = random.pick(firstPatients);
  const patient = await stage.as('patient', inviter.email);
  const { programs } = await patient.invites.home();
  const program = random.chance(0.7)
    ? programs.find(({ name }) => name === 'Bring a friend')
    : random.pick(programs);
  if (!program) return;
  const given = random.pick(givenNames);
  const friend = {
    name: `${given} ${random.pick(familyNames)}`,
    email: `${given}.friend.${n}@mail.test`.toLowerCase(),
  };
  const byMail = random.chance(0.25);
  const { link } = await patient.invites.create({
    programId: program.programId,
    channel: byMail ? 'email' : random.pick(['link', 'whatsapp', 'qr'] as const),
    label: given,
    friendEmail: byMail ? friend.email : undefined,
  });
  const draw = random.next();
  if (byMail && draw < 0.2) {
    timeline.at(addHours(stage.now(), 20), async () => {
      const token = await stage.link(friend.email, '/decline/');
      await stage.visitor('patient').invites.decline({ token });
    });
  } else if (draw < 0.72) {
    timeline.at(addHours(stage.now(), random.between(2, 90)), async () => {
      await register(tale, friend, link.code);
      if (random.chance(0.72)) planConsultation(tale, friend.email);
    });
  }
}

/** A friend of the program with waiting days: earned, and not available yet. */
async function bringInWaitingTime(tale: Tale): Promise<void> {
  const patient = await tale.stage.as('patient', firstPatients[0].email);
  const { programs } = await patient.invites.home();
  const program = programs.find(({ name }) => name === 'Spring check-up');
  if (!program) return;
  const { link } = await patient.invites.create({
    programId: program.programId,
    channel: 'link',
    label: 'Nina',
  });
  const friend = { name: 'Nina Holm', email: 'nina.holm@mail.test' };
  await register(tale, friend, link.code);
  await tale.clinic.consult(friend.email, 'self_pay');
}

function planConsultation({ timeline, stage, random, clinic }: Tale, email: string): void {
  timeline.at(addDays(stage.now(), random.between(2, 12)), () =>
    clinic.consult(email, random.chance(0.08) ? 'medicare' : 'self_pay'),
  );
}
