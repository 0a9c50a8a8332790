import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

interface DemoVersion {
  day: number;
  /** For partners of these types only. */
  types: string[];
  countsInDays: number;
  graceDays: number;
  rewrite: (body: string) => string;
}

const versions: readonly DemoVersion[] = [
  // One of the two partners it is meant for has accepted it, the other is past its grace.
  {
    day: 140,
    types: ['title', 'insurance'],
    countsInDays: 2,
    graceDays: 21,
    rewrite: (body) =>
      body
        .replace(
          '5. You keep the licences your work requires and tell us before they expire.',
          '5. You keep the licences your work requires, send us each renewal, and tell us 30 days before one expires.',
        )
        .concat(
          '\n\n7. You name one person in your company who answers for data protection, and tell us when that changes.',
        ),
  },
  // In its grace.
  {
    day: 174,
    types: ['service_provider'],
    countsInDays: 1,
    graceDays: 14,
    rewrite: (body) =>
      body.replace(
        'is paid in the next payout after approval.',
        'is paid in the next payout after the service was delivered and approved.',
      ),
  },
];

/** The agreement goes through versions: one partner has accepted anew, one has to, one has some days left. */
export function tellAgreements(tale: Tale): void {
  const { stage, timeline, start, staff } = tale;
  for (const version of versions) {
    timeline.at(addHours(addDays(start, version.day), 10), () => publish(tale, version));
  }
  timeline.at(addHours(addDays(start, 147), 9), async () => {
    const owner = await stage.as('partner', 'dana@tcsharedtitle.test');
    const { agreement } = await owner.onboarding.state();
    await owner.onboarding.acceptAgreement({ agreementId: agreement.id });
  });
  // The next one is being written.
  timeline.at(addHours(addDays(start, 178), 16), async () => {
    const admin = await stage.as('staff', staff.admin);
    const { title, body } = await firstVersion(tale);
    await admin.agreements.saveDraft({
      title,
      body: body.replace(
        'It is short on purpose.',
        'It is short on purpose, and counts in every country we work in.',
      ),
      partnerTypeCodes: [],
      basedOn: null,
    });
  });
}

async function publish(tale: Tale, version: DemoVersion): Promise<void> {
  const { stage, staff } = tale;
  const admin = await stage.as('staff', staff.admin);
  const { title, body } = await firstVersion(tale);
  const { id } = await admin.agreements.saveDraft({
    title,
    body: version.rewrite(body),
    partnerTypeCodes: version.types,
    basedOn: null,
  });
  const { hash } = await admin.agreements.get({ id });
  const countsFrom = addDays(stage.now(), version.countsInDays);
  await admin.agreements.publish({ id, hash, countsFrom, graceDays: version.graceDays });
}

async function firstVersion({ stage, staff }: Tale) {
  const admin = await stage.as('staff', staff.admin);
  const first = (await admin.agreements.list()).find(({ version }) => version === 1);
  return admin.agreements.get({ id: first?.id ?? '' });
}
