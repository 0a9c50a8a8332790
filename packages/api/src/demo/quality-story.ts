import type {
  Complainant,
  ComplaintCategory,
  ComplaintOutcome,
  ComplaintSeverity,
} from '@goodword/db/vocabulary';
import { inScope } from '../platform/context.ts';
import { addDays, addHours } from '../shared/clock.ts';
import { setActivation } from './demo.queries.ts';
import type { Tale } from './tale.ts';

interface DemoComplaint {
  day: number;
  partner: string;
  complainant: Complainant;
  category: ComplaintCategory;
  severity: ComplaintSeverity;
  body: string;
  /** Days later, with what it came to. */
  resolved?: { after: number; outcome: ComplaintOutcome; resolution: string };
}

const complaints: readonly DemoComplaint[] = [
  {
    day: 88,
    partner: 'layla@harbourgate.test',
    complainant: 'client',
    category: 'late_response',
    severity: 'low',
    body: 'Waited five days for a first call.',
    resolved: { after: 6, outcome: 'upheld', resolution: 'They called the same day and apologised.' },
  },
  {
    day: 121,
    partner: 'salem@alofuq.test',
    complainant: 'staff',
    category: 'marketing',
    severity: 'medium',
    body: 'A brochure names us with a promise of guaranteed returns.',
    resolved: { after: 3, outcome: 'partly_upheld', resolution: 'An old brochure; withdrawn and pulped.' },
  },
  {
    day: 149,
    partner: 'imran@movewell.test',
    complainant: 'client',
    category: 'quality',
    severity: 'medium',
    body: 'Says two boxes were broken in the move.',
    resolved: { after: 9, outcome: 'unfounded', resolution: 'Another mover carried them.' },
  },
  {
    day: 176,
    partner: 'layla@harbourgate.test',
    complainant: 'patient',
    category: 'privacy',
    severity: 'high',
    body: 'Was called by a second agency that knew the budget.',
  },
];

/** Partners from before this book was opened: how many days before the story they became active. */
const veterans: readonly [email: string, daysBefore: number][] = [
  ['grace@straitsbank.test', 300],
  ['wei@limtan.test', 210],
  ['salem@alofuq.test', 170],
];

const byPerson = [
  'consent_wording_used',
  'marketing_reviewed',
  'payout_details_checked',
  'contacts_and_coverage_confirmed',
] as const;

/** Complaints, resolved and open, and the yearly checks of partners who have been with us longest. */
export function tellQuality(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addHours(addDays(start, 35), 8), () => rememberVeterans(tale));
  for (const complaint of complaints) {
    timeline.at(addHours(addDays(start, complaint.day), 14), () => complain(tale, complaint));
  }
  timeline.at(addHours(addDays(start, 64), 10), () => closeCheckOf(tale, 'grace@straitsbank.test'));
  timeline.at(addHours(addDays(start, 166), 10), () => beginCheckOf(tale, 'wei@limtan.test'));
}

async function rememberVeterans({ stage, start, partnerId }: Tale): Promise<void> {
  for (const [email, daysBefore] of veterans) {
    const id = await partnerId(email);
    await inScope(stage.system, (tx) => setActivation(tx, id, addDays(start, -daysBefore)));
  }
}

async function complain(
  { stage, staff, timeline, partnerId }: Tale,
  complaint: DemoComplaint,
): Promise<void> {
  const { day: _, partner, resolved, ...facts } = complaint;
  const coordinator = await stage.as('staff', staff.coordinator);
  const { id } = await coordinator.complaints.record({
    ...facts,
    partnerId: await partnerId(partner),
    receivedAt: stage.now(),
  });
  if (!resolved) return;
  const { after, ...answer } = resolved;
  timeline.at(addDays(stage.now(), after), async () => {
    const manager = await stage.as('staff', staff.manager);
    await manager.complaints.resolve({ id, ...answer });
  });
}

async function openCheckOf({ stage, staff, partnerId }: Tale, email: string) {
  const manager = await stage.as('staff', staff.manager);
  const { checks } = await manager.yearlyChecks.ofPartner({ partnerId: await partnerId(email) });
  return { manager, check: checks.find(({ status }) => status === 'open') };
}

async function closeCheckOf(tale: Tale, email: string): Promise<void> {
  const { manager, check } = await openCheckOf(tale, email);
  if (!check) return;
  for (const key of byPerson) await manager.yearlyChecks.answer({ id: check.id, key, answer: 'fine' });
  await manager.yearlyChecks.answer({
    id: check.id,
    key: 'payout_details_checked',
    answer: 'does_not_apply',
    note: 'A bank that is not paid.',
  });
  await manager.yearlyChecks.close({
    id: check.id,
    note: 'What is missing is planned for the next meeting.',
  });
}

/** Begun and left. */
async function beginCheckOf(tale: Tale, email: string): Promise<void> {
  const { manager, check } = await openCheckOf(tale, email);
  if (!check) return;
  await manager.yearlyChecks.answer({ id: check.id, key: 'consent_wording_used', answer: 'fine' });
  await manager.yearlyChecks.answer({
    id: check.id,
    key: 'marketing_reviewed',
    answer: 'not_fine',
    note: 'The site still shows our old logo.',
  });
}
