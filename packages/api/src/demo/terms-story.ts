import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

/** The admin decides what the law allows, and some partners get terms of their own. */
export function tellTerms(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addHours(addDays(start, 60), 10), () => decideLaw(tale));
  timeline.at(addHours(addDays(start, 96), 11), () => agreeOutsideRange(tale));
  timeline.at(addHours(addDays(start, 120), 9), () => narrowRange(tale));
  timeline.at(addHours(addDays(start, 170), 15), () => agreeForLater(tale));
}

async function decideLaw({ stage, staff }: Tale): Promise<void> {
  const admin = await stage.as('staff', staff.admin);
  await admin.catalogue.decideLaw({
    code: 'attorney',
    region: 'US-MN',
    reviewerName: 'Dana Whitfield, Whitfield & Lowe LLP',
    legalBasis:
      'Fees for marketing services at fair value under a written agreement, disclosed to the client.',
    evidence: 'Opinion WL-2291, kept with the contracts',
    validFrom: stage.now(),
    validUntil: addDays(stage.now(), 365),
  });
}

async function engagementOf({ stage, staff, partnerId }: Tale, email: string) {
  const manager = await stage.as('staff', staff.manager);
  const { engagements } = await manager.partners.get({ id: await partnerId(email) });
  const [engagement] = engagements;
  return engagement && { engagementId: engagement.id, version: engagement.version, terms: engagement.terms };
}

/** More than the type allows, by the only person who may, and for a reason. */
async function agreeOutsideRange(tale: Tale): Promise<void> {
  const engagement = await engagementOf(tale, 'layla@harbourgate.test');
  if (!engagement) return;
  const admin = await tale.stage.as('staff', tale.staff.admin);
  await admin.partners.overrideTerms({
    ...engagement,
    name: 'Launch partner',
    terms: { ...engagement.terms, rateBps: 3500 },
    reason: 'Brings the whole waterfront tower; agreed by the board until the last unit is sold.',
  });
}

async function narrowRange({ stage, staff }: Tale): Promise<void> {
  const admin = await stage.as('staff', staff.admin);
  const type = await admin.catalogue.get({ code: 'broker' });
  const ticks = ['contact', 'budget', 'requirements'] as const;
  await admin.catalogue.update({
    code: type.code,
    version: type.version,
    name: type.name,
    description: type.description,
    incentive: type.incentive,
    regions: type.regions,
    terms: type.terms,
    rateMinBps: type.rateMinBps,
    rateMaxBps: type.rateMaxBps,
    rateRanges: [{ region: 'AE-DU', minBps: 1800, maxBps: 2500 }],
    defaultTicks: ticks.filter((tick) => type.defaultTicks.includes(tick)),
    contactOpensAt: type.contactOpensAt,
    ceiling: ticks.filter((tick) => type.ceiling.includes(tick)),
    hidesProperty: type.hidesProperty,
    credentials: type.credentials,
    regulated: type.regulated,
    formFields: type.formFields,
    reason: 'Dubai brokers ask for more than those of the other emirates.',
  });
}

async function agreeForLater(tale: Tale): Promise<void> {
  const engagement = await engagementOf(tale, 'salem@alofuq.test');
  if (!engagement) return;
  const manager = await tale.stage.as('staff', tale.staff.manager);
  await manager.partners.updateTerms({
    ...engagement,
    name: 'Second year',
    terms: { ...engagement.terms, splitPartnerBps: 6500 },
    effectiveFrom: addDays(tale.end, 30),
    reason: 'Twelve deals in the first year.',
  });
}
