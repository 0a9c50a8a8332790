import { addDays, addHours } from '../shared/clock.ts';
import { type Applicant, applyFor } from './apply-for.ts';
import type { Tale } from './tale.ts';

/** Those a reviewer has to look at twice, so that every advice of the rules can be seen. */
const waiting: readonly Applicant[] = [
  {
    company: 'Harbour Gate Realty FZ-LLC',
    contact: 'Rami Haddad',
    email: 'rami@harbourgate.test',
    website: 'https://www.harbourgate.test',
    type: 'broker',
    regions: ['AE-DU'],
    country: 'AE',
    about: 'The brokerage of the Harbour Gate group, with twelve agents in Dubai Marina.',
    words: 'Dubai Marina, JBR, Bluewaters',
    files: ['Trade licence 2026.pdf', 'Broker card.pdf'],
    credentials: { emirate_licence: 'ORN 24817' },
  },
  {
    company: 'Lakeside Co-Ownership Law',
    contact: 'Ingrid Solberg',
    email: 'ingrid@lakesidelaw.test',
    phone: '+1 612 555 0144',
    type: 'attorney',
    regions: ['US-MN', 'US-WI'],
    country: 'US',
    about: 'Co-ownership agreements for friends and families who buy together.',
  },
  {
    company: 'Stone Media Group',
    contact: 'Rick Stone',
    email: 'growth@fastcash.test',
    type: 'affiliate',
    regions: ['US'],
    country: 'US',
    about: 'Performance marketing at scale.',
    words: 'A network of comparison pages, about two million visits a month.',
  },
  {
    company: 'Copper Kettle Interiors',
    contact: 'Deepa Nair',
    email: 'deepa@copperkettle.test',
    website: 'copperkettle.test',
    type: 'service_provider',
    regions: ['IN'],
    country: 'IN',
    about: 'Fit-outs that are finished before the movers come.',
    words: 'Interior fit-out',
    files: ['Company profile.pdf'],
  },
];

const returning: Applicant = {
  company: 'Palm & Pine Movers',
  contact: 'Yusuf Rahman',
  email: 'yusuf@palmandpine.test',
  type: 'service_provider',
  regions: ['AE'],
  country: 'AE',
  about: 'Moves within the Emirates, with insurance since this spring.',
  words: 'Moving and storage',
  files: ['Insurance certificate.pdf'],
};

export function tellApplications(tale: Tale): void {
  const { timeline, start, stage, staff } = tale;
  // Too early the first time; once its cool-off is over it comes back by itself.
  timeline.at(addHours(addDays(start, 60), 9), () => applyFor(stage, { ...returning, files: [] }));
  timeline.at(addHours(addDays(start, 61), 10), async () => {
    const manager = await stage.as('staff', staff.manager);
    await manager.applications.reject({
      partnerId: await tale.partnerId(returning.email),
      reason: 'No insurance yet; the founder is honest about it.',
      message: 'We work with movers that are insured. Write to us again when you are.',
    });
  });
  timeline.at(addHours(addDays(start, 176), 9), () => applyFor(stage, returning));
  for (const [index, applicant] of waiting.entries()) {
    timeline.at(addHours(addDays(start, 177), 8 + index * 3), () => applyFor(stage, applicant));
  }
  // Rejected lately, and tries again: the answer is the same, nothing moves, staff see it.
  timeline.at(addHours(addDays(start, 178), 11), () =>
    applyFor(stage, {
      company: 'Fastcash Leads International',
      contact: 'Rick Stone',
      email: 'rick@fastcash.test',
      type: 'affiliate',
      regions: ['US'],
      country: 'US',
      about: 'Bulk leads, better price.',
    }),
  );
}
