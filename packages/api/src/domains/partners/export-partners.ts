import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { namesOfGroups } from '../partner-groups/index.ts';
import { readTermsSources, termsInForce } from '../terms/index.ts';
import { groupEngagements } from './list-partners.ts';
import { countOpenShares, listPartnerRows, namesOfOwners } from './partner-list.queries.ts';
import { listEngagements } from './partners.queries.ts';
import type { exportPartnersInput, partnerExport } from './partners.schema.ts';

/**
 * One page of everything a file about partners holds, for the filter of the list. What the import reads is written in
 * the form it reads, so that a file that goes out and comes back changes nothing.
 */
export async function exportPartners(
  ctx: Context,
  input: z.infer<typeof exportPartnersInput>,
): Promise<Page<z.infer<typeof partnerExport>>> {
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
    const found = await listEngagements(tx, { partnerIds });
    const engagements = groupEngagements(found);
    const sources = await readTermsSources(
      tx,
      found.map(({ engagement }) => engagement.id),
    );
    const rateOf = (engagementId: string): number | null => {
      const from = sources.get(engagementId);
      return from ? termsInForce(from, now).terms.rateBps : null;
    };
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
      rows: page.rows.map((row) => {
        const own = (engagements.get(row.id) ?? []).map(({ engagement }) => engagement);
        return {
          ...row,
          types: own.map((engagement) => engagement.partnerTypeCode),
          regions: [...new Set(own.flatMap((engagement) => engagement.regions))].sort(),
          rateBps: own.length === 1 && own[0] ? rateOf(own[0].id) : null,
          openShares: openShares.get(row.id) ?? 0,
          ownerName: row.ownerAccountId && (owners.get(row.ownerAccountId) ?? null),
          groupName: row.groupId && (groups.get(row.groupId) ?? null),
        };
      }),
    };
  });
}
