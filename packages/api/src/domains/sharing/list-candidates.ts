import { type ShareScope, shareScopes } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { sortName } from '../../shared/text.ts';
import { readStandings } from '../agreements/index.ts';
import { consentEventsOf, consentedScopes, currentConsents } from '../consent/index.ts';
import {
  countOpenShares,
  listCredentials,
  listEngagementsIn,
  partnersHolding,
} from './candidates.queries.ts';
import { requireLeadToShare } from './require-lead.ts';
import type { shareCandidate } from './sharing.schema.ts';
import { credentialGap, shareObstaclesOf, startingTicks } from './sharing.ts';

const MOST_CANDIDATES = 100;

/**
 * The partners in the region of a lead, each with what the client allows it and what stands in its way.
 * @throws `not_found`, `not_eligible` while the client has not confirmed the address
 */
export async function listCandidates(
  ctx: Context,
  input: { leadId: string; search?: string },
): Promise<z.infer<typeof shareCandidate>[]> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const found = await requireLeadToShare(tx, input.leadId);
    const { region } = found.lead;
    const engagements = await listEngagementsIn(tx, {
      region,
      search: input.search ? sortName(input.search) : undefined,
      limit: MOST_CANDIDATES,
    });
    const partnerIds = [...new Set(engagements.map(({ partnerId }) => partnerId))];
    const credentials = await listCredentials(tx, partnerIds);
    const standings = await readStandings(tx, partnerIds, now);
    const open = await countOpenShares(tx, partnerIds);
    const holding = await partnersHolding(tx, found.id);
    const events = await consentEventsOf(tx, [found.clientId]);
    const current = currentConsents(events.get(found.clientId) ?? []);

    return engagements.map((engagement) => {
      const { partnerId, partnerTypeCode } = engagement;
      const allowed = consentedScopes(current, { partnerId, partnerTypeCode, purpose: 'lead_sharing' });
      const within = (scope: ShareScope) => allowed.has(scope) && engagement.ceiling.includes(scope);
      const openShares = open.get(partnerId) ?? 0;
      const gap = credentialGap(engagement.credentialRules, credentials.get(partnerId) ?? [], {
        region,
        now,
      });
      const obstacles = shareObstaclesOf({
        partnerStatus: engagement.partnerStatus,
        agreementOverdue: standings.get(partnerId)?.state === 'overdue',
        alreadyShared: holding.has(partnerId),
        openShares,
        capacity: engagement.capacity,
        credential: gap?.obstacle ?? null,
        possible: shareScopes.filter(within),
      });
      return {
        partnerId,
        partnerName: engagement.partnerName,
        engagementId: engagement.engagementId,
        partnerTypeCode,
        partnerTypeName: engagement.partnerTypeName,
        regions: engagement.regions,
        openShares,
        capacity: engagement.capacity,
        eligible: obstacles.length === 0,
        obstacles,
        credentialGap: gap,
        consented: shareScopes.filter((scope) => allowed.has(scope)),
        ceiling: shareScopes.filter((scope) => engagement.ceiling.includes(scope)),
        defaultTicks: startingTicks({ ...engagement, consented: allowed }),
        contactOpensAt: engagement.contactOpensAt,
      };
    });
  });
}
