import { apiScopes } from '@goodword/db/vocabulary';
import { insertAccount } from '../auth/accounts.queries.ts';
import { hashPassword } from '../auth/password.ts';
import { requireOrganisation } from '../domains/identity/index.ts';
import { install } from '../install/install.ts';
import type { JobContext } from '../jobs/job.ts';
import { runPeriodic } from '../jobs/run-pending.ts';
import { inScope } from '../platform/context.ts';
import { addDays } from '../shared/clock.ts';
import { newId } from '../shared/id.ts';
import { tellAgreements } from './agreements-story.ts';
import { tellApplications } from './applications-story.ts';
import { tellCare } from './care-story.ts';
import { createClinic } from './clinic.ts';
import { tellCoverage } from './coverage-story.ts';
import { tellCredentials } from './credentials-story.ts';
import { findPartnerIdByEmail, isInstalled, readNotificationsBefore } from './demo.queries.ts';
import { tellDesk } from './desk-story.ts';
import { tellFriends } from './friends-story.ts';
import { tellGroups } from './groups-story.ts';
import { tellLinks } from './links-story.ts';
import { tellLooks } from './looks-story.ts';
import { tellLooseEnds } from './loose-ends.ts';
import { tellMoney } from './money-story.ts';
import { tellPartners } from './partners-story.ts';
import { DEMO_PASSWORD, demoOrganisation, demoStaff } from './people.ts';
import { tellQuality } from './quality-story.ts';
import { seededRandom } from './random.ts';
import { tellNewestReferrals, tellReferrals } from './referrals-story.ts';
import { tellRequests } from './requests-story.ts';

import { tellSignIns } from './sign-ins-story.ts';
import { createStage } from './stage.ts';
import type { Tale } from './tale.ts';
import { tellTerms } from './terms-story.ts';
import { createTimeline } from './timeline.ts';

const STORY_DAYS = 180;
/** What happened in the last days is still unread. */
const UNREAD_DAYS = 3;

/**
 * Fills an empty database with half a year of an organisation's life, ending now. Every step goes through the
 * procedures people use, under a clock that moves with the story: audit, ledger and mail come out as in real life.
 * @returns false when the database already holds an organisation; then nothing is changed
 */
export async function seedDemo(ctx: JobContext): Promise<boolean> {
  if (await inScope(ctx, isInstalled)) return false;
  const end = ctx.clock.now();
  const start = addDays(end, -STORY_DAYS);
  const stage = createStage(ctx, start);
  await install(stage.system, demoOrganisation);
  await hireStaff(stage.system);

  const random = seededRandom(20_26);
  const admin = await stage.as('staff', demoStaff[0].email);
  const key = await admin.apiKeys.create({ name: 'Demo clinic', scopes: [...apiScopes] });
  const tale: Tale = {
    stage,
    timeline: createTimeline(),
    random,
    clinic: createClinic(stage, random, key.id),
    start,
    end,
    staff: {
      admin: demoStaff[0].email,
      manager: demoStaff[1].email,
      coordinator: demoStaff[2].email,
      finance: demoStaff[3].email,
      auditor: demoStaff[4].email,
    },
    activePartners: [],
    decided: { owed: 0, due: 0 },
    partnerId: (email) => inScope(stage.system, (tx) => findPartnerIdByEmail(tx, email)),
  };
  tellPartners(tale);
  tellApplications(tale);
  tellCredentials(tale);
  tellCoverage(tale);
  tellReferrals(tale);
  tellNewestReferrals(tale);
  tellMoney(tale);
  tellTerms(tale);
  tellGroups(tale);
  tellFriends(tale);
  tellRequests(tale);
  tellLooseEnds(tale);
  tellDesk(tale);
  tellLinks(tale);
  tellCare(tale);
  tellLooks(tale);
  tellAgreements(tale);
  tellSignIns(tale);
  tellQuality(tale);
  await tale.timeline.run(stage, end);
  await inScope(stage.system, (tx) => readNotificationsBefore(tx, addDays(end, -UNREAD_DAYS)));
  await runPeriodic(stage.system);
  await stage.settle();
  return true;
}

async function hireStaff(system: JobContext): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inScope(system, async (tx) => {
    await requireOrganisation(tx);
    for (const { role, name, email } of demoStaff) {
      await insertAccount(tx, {
        id: newId('account', system.clock.now()),
        audience: 'staff',
        email,
        emailNormalised: email,
        name,
        passwordHash,
        staffRole: role,
        emailVerifiedAt: system.clock.now(),
        createdAt: system.clock.now(),
      });
    }
  });
}
