import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { listAcceptances, readStanding } from '../agreements/index.ts';
import { moveIdsOf, namesOfGroups } from '../partner-groups/index.ts';
import { readLastAt, readOnboardingFacts } from './checklist/checklist.queries.ts';
import { checklistOf, isSettling, isStalled } from './checklist/checklist.ts';
import { listCredentials } from './credentials/credentials.queries.ts';
import { describeCredentials, requirementsFor } from './credentials/describe-credential.ts';
import { usesOfPartner } from './delete-partner.queries.ts';
import { describeEngagements } from './describe-engagements.ts';
import { countPartnerWork, sumCommissions } from './partner-detail.queries.ts';
import { namesOfOwners } from './partner-list.queries.ts';
import { getPartner, listEngagements, listMembers, type PartnerRow } from './partners.queries.ts';
import type { partnerDetail } from './partners.schema.ts';

/** Everything staff see of one partner. @throws `not_found` */
export async function getPartnerDetail(ctx: Context, id: string): Promise<z.infer<typeof partnerDetail>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, id);
    const engagements = await listEngagements(tx, { partnerIds: [id], withEnded: true });
    const credentials = await listCredentials(tx, id);
    const members = await listMembers(tx, id);
    const subjects = [
      id,
      ...engagements.map(({ engagement }) => engagement.id),
      ...credentials.map(({ credential }) => credential.id),
      ...(await moveIdsOf(tx, id)),
    ];
    const groups = await namesOfGroups(tx, [partner.groupId]);
    const owners = await namesOfOwners(tx, [partner.ownerAccountId]);
    return {
      ...partner,
      ownerName: partner.ownerAccountId && (owners.get(partner.ownerAccountId) ?? null),
      groupName: partner.groupId && (groups.get(partner.groupId) ?? null),
      engagements: await describeEngagements(tx, engagements, { currency: partner.currency, now }),
      members: members.map(
        ({ id: accountId, name, email, partnerRole, createdAt, totpEnabledAt, disabledAt }) => ({
          accountId,
          name,
          email,
          role: partnerRole,
          createdAt,
          twoFactor: totpEnabledAt !== null,
          disabledAt,
        }),
      ),
      acceptances: await listAcceptances(tx, id),
      agreement: await describeAgreement(tx, id, now),
      onboarding: await describeOnboarding(tx, partner, now),
      credentials: await describeCredentials(tx, credentials, now),
      requirements: requirementsFor(engagements, credentials, now),
      counts: await countPartnerWork(tx, id),
      commissionTotals: await sumCommissions(tx, id),
      neverUsed: (await usesOfPartner(tx, id)).length === 0,
      timeline: await timelineOf(tx, subjects),
    };
  });
}

async function describeOnboarding(tx: Tx, { id, status, createdAt }: PartnerRow, now: Date) {
  if (!isSettling(status)) return null;
  const facts = (await readOnboardingFacts(tx, [id], now)).get(id);
  const lastAt = await readLastAt(tx, id);
  if (!facts || !lastAt) return null;
  const steps = checklistOf(facts);
  const complete = steps.every(({ done }) => done);
  return { steps, lastAt, stalled: isStalled({ status, createdAt, lastAt, complete }, now) };
}

async function describeAgreement(tx: Tx, id: string, now: Date) {
  const { state, deadline, inForce } = await readStanding(tx, id, now);
  return { state, deadline, version: inForce.version };
}
