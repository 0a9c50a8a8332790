import { addDays, addHours } from '../shared/clock.ts';
import { applyFor } from './apply-for.ts';
import { DEMO_PASSWORD, type DemoPartner, demoPartners } from './people.ts';
import type { Tale } from './tale.ts';

/** Every partner applies or is invited, is reviewed, signs, and meets its fate. */
export function tellPartners(tale: Tale): void {
  const { timeline, start, random } = tale;
  for (const [index, partner] of demoPartners.entries()) {
    // Those that still wait came last, so that a reviewer has fresh ones to decide.
    const day = dayOf(partner.fate, index);
    timeline.at(addHours(addDays(start, day), random.between(7, 15)), () => bring(tale, partner));
  }
}

function dayOf(fate: DemoPartner['fate'], index: number): number {
  if (fate === 'applied') return 174 + (index % 4);
  if (fate === 'invited') return 172;
  // Lately enough that its cool-off still runs.
  return fate === 'rejected' ? 120 : 1 + index;
}

async function bring(tale: Tale, partner: DemoPartner): Promise<void> {
  const { stage, timeline } = tale;
  const invites = partner.fate === 'invited' || partner.type === 'banker' || partner.type === 'law';
  if (invites) await invitePartner(tale, partner);
  else await apply(tale, partner);
  await stage.settle();
  if (partner.fate === 'applied' || partner.fate === 'invited') return;

  const decided = addHours(stage.now(), 26);
  if (partner.fate === 'rejected') {
    timeline.at(decided, async () => {
      const manager = await stage.as('staff', tale.staff.manager);
      const partnerId = await tale.partnerId(partner.email);
      await manager.applications.reject({
        partnerId,
        reason: 'Bulk leads without a named source of consent.',
      });
    });
    return;
  }
  if (invites) timeline.at(addHours(stage.now(), 5), () => acceptInvitation(tale, partner));
  timeline.at(decided, async () => {
    const manager = await stage.as('staff', tale.staff.manager);
    await manager.applications.approve({ partnerId: await tale.partnerId(partner.email) });
  });
  if (!invites) timeline.at(addHours(decided, 6), () => acceptInvitation(tale, partner));
  if (partner.fate === 'approved') return;
  timeline.at(addHours(decided, 9), () => signAgreement(tale, partner));
  planEnd(tale, partner);
}

/** Fills the form, answers what its type is asked, and confirms from the mailbox. */
async function apply({ stage }: Tale, partner: DemoPartner): Promise<void> {
  await applyFor(stage, partner);
}

async function invitePartner({ stage, staff }: Tale, partner: DemoPartner): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  await manager.partners.invite({
    name: partner.company,
    contactName: partner.contact,
    email: partner.email,
    partnerTypeCode: partner.type,
    regions: partner.regions,
    capacity: partner.capacity ?? null,
    country: partner.country,
  });
}

/** Takes up the link in its letter and chooses a password. */
export async function acceptInvitation({ stage }: Tale, partner: DemoPartner): Promise<void> {
  const token = await stage.link(partner.email, '/invitation/');
  await stage
    .visitor('partner')
    .invitations.accept({ token, name: partner.contact, password: DEMO_PASSWORD });
}

async function signAgreement(tale: Tale, partner: DemoPartner): Promise<void> {
  const { stage, staff } = tale;
  const owner = await stage.as('partner', partner.email);
  const { agreement } = await owner.onboarding.state();
  await owner.onboarding.acceptAgreement({ agreementId: agreement.id });

  await completeProfile(tale, partner);
  const manager = await stage.as('staff', staff.manager);
  const partnerId = await tale.partnerId(partner.email);
  if (partner.capacity !== undefined)
    await manager.partners.update({ id: partnerId, capacity: partner.capacity });
  if (partner.credential) {
    await manager.partners.addCredential({
      partnerId,
      ...partner.credential,
      expiresAt: addDays(stage.now(), 700),
    });
    const { credentials } = await manager.partners.get({ id: partnerId });
    for (const { id } of credentials) await manager.partners.verifyCredential({ credentialId: id });
  }
  tale.activePartners.push(partner);
}

const phones: Readonly<Record<string, string>> = {
  AE: '+971 50 123 45',
  IN: '+91 98765 432',
  SG: '+65 8123 45',
  US: '+1 612 555 01',
};

/** Most tell how they are reached; a few have that still to do. */
async function completeProfile({ stage }: Tale, partner: DemoPartner): Promise<void> {
  const index = demoPartners.indexOf(partner);
  const phone = phones[partner.country];
  if (index % 4 === 3 || !phone) return;
  const owner = await stage.as('partner', partner.email);
  await owner.portalProfile.update({
    contactName: partner.contact,
    phone: `${phone}${String(10 + index)}`,
    about: partner.about,
    capacity: partner.capacity ?? null,
  });
}

const ends = {
  inactive: { day: 150, reason: 'Office closed over the summer.' },
  suspended: { day: 158, reason: 'Registration under review by the authority.' },
  terminated: { day: 140, reason: 'Contacted clients without consent.' },
} as const;

function planEnd(tale: Tale, partner: DemoPartner): void {
  const { fate } = partner;
  if (fate !== 'inactive' && fate !== 'suspended' && fate !== 'terminated') return;
  const { stage, timeline, start, staff } = tale;
  timeline.at(addDays(start, ends[fate].day), async () => {
    const manager = await stage.as('staff', staff.manager);
    tale.activePartners = tale.activePartners.filter(({ email }) => email !== partner.email);
    await manager.partners.changeStatus({
      id: await tale.partnerId(partner.email),
      to: fate,
      reason: ends[fate].reason,
    });
  });
}
