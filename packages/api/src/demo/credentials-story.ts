import { addDays, addHours } from '../shared/clock.ts';
import { applyFor, emptyPage } from './apply-for.ts';
import { acceptInvitation } from './partners-story.ts';
import type { DemoPartner } from './people.ts';
import type { Tale } from './tale.ts';

/** Whose RERA number ended a few days ago. */
const expiredAgent: DemoPartner = {
  company: 'Konkan Estates',
  contact: 'Meera Joshi',
  email: 'meera@konkanestates.test',
  type: 'rera_agent',
  regions: ['IN'],
  country: 'IN',
  // Takes nothing on for now, and comes back when its number has ended.
  capacity: 0,
  fate: 'active',
  about: 'Homes along the Konkan coast.',
};

/** Active, and asked for a licence it has not given. */
const withoutLicence: DemoPartner = {
  company: 'Mission Bay Lending',
  contact: 'Hana Sato',
  email: 'hana@missionbay.test',
  type: 'lender',
  regions: ['US-CA'],
  country: 'US',
  capacity: 10,
  fate: 'active',
  about: 'Loans for co-owners.',
};

/** Licences in every state: one ended, one ends soon, one was renewed, one is refused, one waits to be checked. */
export function tellCredentials(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addHours(addDays(start, 95), 9), () => bringAgent(tale));
  timeline.at(addHours(addDays(start, 160), 7), () => join(tale, withoutLicence));
  timeline.at(addHours(addDays(start, 168), 6), () => renewLicence(tale));
  timeline.at(addHours(addDays(start, 173), 6), () => giveLicences(tale));
  timeline.at(addHours(tale.end, -3), () => takeUpWork(tale));
  timeline.at(addHours(tale.end, -1), () => askForHome(tale));
}

/** Applies, is approved, sets up its account and signs, all on one day. */
async function join(tale: Tale, partner: DemoPartner): Promise<void> {
  const { stage, staff } = tale;
  await applyFor(stage, partner);
  await stage.settle();
  const manager = await stage.as('staff', staff.manager);
  const partnerId = await tale.partnerId(partner.email);
  await manager.applications.approve({ partnerId });
  await stage.settle();
  await acceptInvitation(tale, partner);
  const owner = await stage.as('partner', partner.email);
  const { agreement } = await owner.onboarding.state();
  await owner.onboarding.acceptAgreement({ agreementId: agreement.id });
  await manager.partners.update({ id: partnerId, capacity: partner.capacity });
}

async function bringAgent(tale: Tale): Promise<void> {
  const { stage, staff } = tale;
  await join(tale, expiredAgent);
  const owner = await stage.as('partner', expiredAgent.email);
  const { id } = await owner.credentials.add({
    kind: 'rera',
    number: 'A52000033108',
    authority: 'MahaRERA',
    region: 'IN',
    expiresAt: addDays(tale.end, -6),
    file: { fileName: 'RERA certificate.pdf', contentBase64: Buffer.from(emptyPage).toString('base64') },
  });
  const manager = await stage.as('staff', staff.manager);
  await manager.partners.verifyCredential({ credentialId: id });
}

/** The licence of an insurer was renewed and took the place of the old one. */
async function renewLicence({ stage, staff, end }: Tale): Promise<void> {
  const peter = await stage.as('partner', 'peter@bayviewins.test');
  const { credentials } = await peter.portalProfile.get();
  const old = credentials.find(({ kind }) => kind === 'state_licence');
  if (!old) return;
  const { id } = await peter.credentials.add({
    kind: old.kind,
    number: old.number,
    authority: old.authority,
    region: old.region,
    expiresAt: addDays(end, 1_100),
  });
  const manager = await stage.as('staff', staff.manager);
  await manager.partners.verifyCredential({ credentialId: id });
}

async function giveLicences({ stage, staff, end }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const asha = await stage.as('partner', 'asha@sharmasons.test');
  await asha.credentials.add({
    kind: 'rera',
    number: 'A51900098765',
    authority: 'MahaRERA',
    region: 'IN-MH',
    expiresAt: addDays(end, 1_400),
    file: { fileName: 'MahaRERA renewal.pdf', contentBase64: Buffer.from(emptyPage).toString('base64') },
  });
  const peter = await stage.as('partner', 'peter@bayviewins.test');
  const soon = await peter.credentials.add({
    kind: 'insurance',
    number: 'PI-2231',
    authority: 'Pacific Indemnity',
    region: 'US-CA',
    expiresAt: addDays(end, 22),
  });
  await manager.partners.verifyCredential({ credentialId: soon.id });
  const owen = await stage.as('partner', 'owen@prairielending.test');
  const wrong = await owen.credentials.add({
    kind: 'insurance',
    number: 'EO-77',
    authority: 'Lakes Mutual',
    region: 'US-MN',
    expiresAt: addDays(end, 200),
  });
  await manager.credentials.refuse({
    credentialId: wrong.id,
    reason: 'The policy is in another company’s name. Please add the one that covers you.',
  });
}

async function takeUpWork({ stage }: Tale): Promise<void> {
  const meera = await stage.as('partner', expiredAgent.email);
  await meera.portalProfile.update({
    contactName: expiredAgent.contact,
    phone: '+91 98765 43299',
    about: expiredAgent.about,
    capacity: 6,
  });
}

/** A client looks for a home where only an agent with a RERA number may be sent. */
async function askForHome({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { id } = await coordinator.leads.create({
    region: 'IN-MH',
    currency: 'USD',
    budgetMaxMinor: 240_000_00n,
    propertyType: 'Apartment',
    place: 'Ratnagiri',
    client: { name: 'Rohan Kulkarni', email: 'rohan.kulkarni@mail.test' },
  });
  const { clientId } = await coordinator.leads.get({ id });
  await coordinator.consents.record({
    clientId,
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: 'rera_agent',
    scopes: ['contact', 'budget', 'requirements'],
    decision: 'granted',
    channel: 'phone',
    evidence: 'Said so on the phone; noted by the coordinator.',
  });
  await coordinator.leads.changeStatus({ id, to: 'contacted' });
  await coordinator.leads.changeStatus({ id, to: 'qualified' });
}
