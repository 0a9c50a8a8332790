import type { PartnerStatus } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { namesOfGroups } from '../partner-groups/index.ts';
import { readOnboardingFacts } from './checklist/checklist.queries.ts';
import { isSettling, type OnboardingFacts, progressOf } from './checklist/checklist.ts';
import { countOpenShares, listPartnerRows, namesOfOwners } from './partner-list.queries.ts';
import { type EngagementWithType, listEngagements } from './partners.queries.ts';
import type { listPartnersInput, partnerSummary } from './partners.schema.ts';

type Summary = z.infer<typeof partnerSummary>;

/** One page of partners with what each row shows. */
export async function listPartners(
  ctx: Context,
  input: z.infer<typeof listPartnersInput>,
): Promise<Page<Summary>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const rows = await listPartnerRows(tx, {
      ...input,
      now,
      owner: input.owner === 'none' ? null : input.owner,
      group: input.group === 'none' ? null : input.group,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, (row) => ({
      value: input.sort === 'name' ? row.nameSort : row.createdAt.toISOString(),
      id: row.id,
    }));
    const partnerIds = page.rows.map((row) => row.id);
    const engagements = groupEngagements(await listEngagements(tx, { partnerIds }));
    const facts = await readOnboardingFacts(tx, partnerIds, now);
    const openShares = await countOpenShares(tx, partnerIds);
    const owners = await namesOfOwners(
      tx,
      page.rows.map((row) => row.ownerAccountId),
    );
    const groups = await namesOfGroups(
      tx,
      page.rows.map((row) => row.groupId),
    );
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => ({
        ...row,
        ...describeEngagements(engagements.get(row.id) ?? []),
        openShares: openShares.get(row.id) ?? 0,
        ownerName: row.ownerAccountId && (owners.get(row.ownerAccountId) ?? null),
        groupName: row.groupId && (groups.get(row.groupId) ?? null),
        onboarding: describeProgress(row.status, facts.get(row.id)),
      })),
    };
  });
}

function describeProgress(status: PartnerStatus, facts: OnboardingFacts | undefined) {
  return facts && isSettling(status) ? progressOf(facts) : null;
}

/** Engagements by partner id. */
export function groupEngagements(rows: EngagementWithType[]): Map<string, EngagementWithType[]> {
  const groups = new Map<string, EngagementWithType[]>();
  for (const row of rows) {
    const group = groups.get(row.engagement.partnerId);
    if (group) group.push(row);
    else groups.set(row.engagement.partnerId, [row]);
  }
  return groups;
}

/** What a list row says about a partner's engagements. */
export function describeEngagements(rows: EngagementWithType[]): {
  types: { code: string; name: string }[];
  regions: string[];
} {
  return {
    types: rows.map(({ type }) => ({ code: type.code, name: type.name })),
    regions: [...new Set(rows.flatMap(({ engagement }) => engagement.regions))].sort(),
  };
}
