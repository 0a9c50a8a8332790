import { referralSources, shareScopes } from '@goodword/db/vocabulary';
import { addDays, addHours, addMinutes } from '../shared/clock.ts';
import { type DemoPartner, familyNames, givenNames } from './people.ts';
import type { Tale } from './tale.ts';
import { planLead } from './work-story.ts';

const REFERRALS = 120;

interface DemoClient {
  name: string;
  email: string;
}

/** Partners send clients by form and by link; clients confirm, opt out, or do not answer. */
export function tellReferrals(tale: Tale): void {
  const { timeline, start, random } = tale;
  for (let n = 0; n < REFERRALS; n++) {
    // More towards the end: the network grows.
    const day = 28 + Math.floor(151 * Math.sqrt(random.next()));
    timeline.at(addMinutes(addDays(start, day), random.between(0, 900)), () => refer(tale, n));
  }
}

/** A few that came in today, so that somebody waits for a first call. */
export function tellNewestReferrals(tale: Tale): void {
  const { timeline, end } = tale;
  for (let n = 0; n < 4; n++) {
    timeline.at(addHours(end, -3 + n / 2), async () => {
      const sender = tale.activePartners.find(({ type }) => partnersByLink.includes(type));
      if (sender) await comeByLink(tale, sender, newClient(tale, REFERRALS + n));
    });
  }
}

const partnersByLink = ['affiliate', 'channel'];

async function refer(tale: Tale, n: number): Promise<void> {
  const { random, activePartners } = tale;
  const senders = activePartners.filter(({ type }) => type !== 'title' && type !== 'insurance');
  const paid = senders.filter(({ country, type }) => country !== 'US' || type === 'affiliate');
  if (paid.length === 0) return;
  const partner = random.pick(random.chance(0.75) ? paid : senders);
  const client = newClient(tale, n);
  if (partnersByLink.includes(partner.type) && random.chance(0.6)) await comeByLink(tale, partner, client);
  else await submitForm(tale, partner, client);
}

function newClient({ random }: Tale, n: number): DemoClient {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  return { name: `${given} ${family}`, email: `${given}.${family}.${n}@mail.test`.toLowerCase() };
}

async function submitForm(tale: Tale, partner: DemoPartner, client: DemoClient): Promise<void> {
  const { stage, random, timeline } = tale;
  const owner = await stage.as('partner', partner.email);
  const { engagements } = await owner.referrals.form();
  const engagement = engagements[0];
  if (!engagement) return;
  await owner.referrals.submit({
    engagementId: engagement.id,
    source: random.pick(referralSources),
    clientName: client.name,
    clientEmail: client.email,
    details: Object.fromEntries(
      engagement.formFields.map(({ key, options }) => [
        key,
        options ? random.pick(options) : 'To be discussed',
      ]),
    ),
    consentObtained: true,
  });
  const draw = random.next();
  const answered = addHours(stage.now(), random.between(2, 60));
  if (draw < 0.08) timeline.at(answered, () => optOut(tale, client));
  else if (draw < 0.84) timeline.at(answered, () => confirm(tale, partner, client));
  else if (draw < 0.88) timeline.at(answered, () => rejectReferral(tale, client));
}

async function optOut({ stage }: Tale, client: DemoClient): Promise<void> {
  const token = await stage.link(client.email, '/confirm/');
  await stage.visitor('patient').referrals.optOut({ token });
}

async function rejectReferral({ stage, staff }: Tale, client: DemoClient): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.referrals.list({ search: client.email, limit: 1 });
  for (const { id } of rows) {
    await coordinator.referrals.changeStatus({ id, to: 'rejected', reason: 'Known to us as a supplier.' });
  }
}

async function confirm(tale: Tale, partner: DemoPartner, client: DemoClient): Promise<void> {
  const { stage, random, timeline } = tale;
  const token = await stage.link(client.email, '/confirm/');
  const { intakeToken } = await stage.visitor('patient').referrals.confirm({ token });
  if (intakeToken && random.chance(0.92)) {
    timeline.at(addMinutes(stage.now(), random.between(3, 240)), () =>
      fillForm(tale, partner, client, intakeToken),
    );
  }
}

async function fillForm(tale: Tale, partner: DemoPartner, client: DemoClient, token: string): Promise<void> {
  const { stage } = tale;
  const visitor = stage.visitor('patient');
  const { recipients } = await visitor.referrals.readIntake({ token });
  await visitor.referrals.submitIntake({ token, name: client.name, ...wishes(tale, partner, recipients) });
  await follow(tale, client);
}

async function comeByLink(tale: Tale, partner: DemoPartner, client: DemoClient): Promise<void> {
  const { stage, random, timeline } = tale;
  const owner = await stage.as('partner', partner.email);
  const [link] = await owner.links.mine();
  if (!link) return;
  const { code } = link;
  const visitor = stage.visitor('patient');
  const { recipients } = await visitor.referrals.readLink({ code });
  await visitor.referrals.submitByLink({
    code,
    name: client.name,
    email: client.email,
    ...wishes(tale, partner, recipients),
  });
  const wantsNoMore = random.chance(0.08);
  const answered = addHours(stage.now(), random.between(1, 20));
  timeline.at(answered, () => (wantsNoMore ? optOut(tale, client) : proveAddress(tale, client)));
  // Somebody calls at once; what was ticked waits until the client has confirmed.
  if (!wantsNoMore) await follow(tale, client);
}

/** The client looks at what the form allows, leaves it so, and confirms: from then on it counts. */
async function proveAddress({ stage }: Tale, client: DemoClient): Promise<void> {
  const token = await stage.link(client.email, '/confirm/');
  const visitor = stage.visitor('patient');
  const { choices } = await visitor.referrals.readConfirmation({ token });
  await visitor.referrals.confirm({ token, consents: choices?.ticked });
}

async function follow(tale: Tale, client: DemoClient): Promise<void> {
  const { stage, staff } = tale;
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.leads.list({ search: client.email, limit: 1 });
  for (const { id } of rows) planLead(tale, id);
}

const markets = {
  AE: {
    region: 'AE-DU',
    currency: 'AED',
    places: ['Dubai Marina', 'Downtown', 'Palm Jumeirah', 'Business Bay'],
    budget: [900, 4000],
  },
  IN: {
    region: 'IN-MH',
    currency: 'INR',
    places: ['Bandra', 'Pune West', 'Powai', 'Thane'],
    budget: [6500, 28_000],
  },
  SG: {
    region: 'SG',
    currency: 'SGD',
    places: ['East Coast', 'Tiong Bahru', 'Bukit Timah'],
    budget: [800, 2800],
  },
  US: {
    region: 'US-MN',
    currency: 'USD',
    places: ['Minneapolis', 'Saint Paul', 'Duluth'],
    budget: [250, 900],
  },
} as const;

interface Recipient {
  code: string;
  regions: readonly string[];
  scopes: readonly (typeof shareScopes)[number][];
}

/** What the client looks for, and what it allows: most give requirements, many contact, some nothing. */
function wishes({ random }: Tale, partner: DemoPartner, recipients: readonly Recipient[]) {
  const country = (partner.regions[0] ?? 'AE').slice(0, 2) as keyof typeof markets;
  const market = markets[country] ?? markets.AE;
  const region = country === 'US' && random.chance(0.4) ? 'US-CA' : market.region;
  const low = random.between(market.budget[0], market.budget[1]);
  const fitting = recipients.filter(
    ({ regions }) => regions.length === 0 || regions.some((code) => region.startsWith(code)),
  );
  return {
    region,
    currency: market.currency,
    budgetMinMinor: BigInt(low) * 100_000n,
    budgetMaxMinor: BigInt(low + random.between(50, 600)) * 100_000n,
    financing: random.pick(['Cash', 'Mortgage', 'Mortgage, pre-approved']),
    propertyType: random.pick(['Apartment', 'House', 'Villa', 'Townhouse']),
    place: random.pick(market.places),
    size: random.pick(['1 bedroom', '2 bedrooms', '3 bedrooms', '4 bedrooms']),
    amenities: random.chance(0.5) ? ['Pool', 'Parking'] : ['Near a school'],
    moveIn: random.pick(['Within 3 months', 'This year', 'Flexible']),
    consents: {
      reportToReferrer: random.chance(0.7),
      shareWith: fitting
        .filter(() => random.chance(0.8))
        .map(({ code, scopes }) => ({
          recipientClass: code,
          scopes: shareScopes.filter(
            (scope) => scopes.includes(scope) && random.chance(scope === 'contact' ? 0.75 : 0.9),
          ),
        })),
    },
  };
}
