import type { Tx } from '@goodword/db';
import { referralRequestMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { anyRegionCovers } from '../../shared/regions.ts';
import { readStandings } from '../agreements/index.ts';
import {
  credentialObstacle,
  type EngagementToShareWith,
  findEngagement,
  listCredentials,
  listEngagementsIn,
} from '../sharing/index.ts';
import { matchObstaclesOf, matchReasonsOf } from './introduction.ts';
import { countOpenIntroductions, insertIntroduction, partnersThatDeclined } from './introductions.queries.ts';
import type { MatchObstacle, matchCandidate } from './introductions.schema.ts';
import { getRequest, requestTable } from './requests.queries.ts';

type Candidate = z.infer<typeof matchCandidate>;
type RequestRow = NonNullable<Awaited<ReturnType<typeof getRequest>>>;
const MOST_CANDIDATES = 100;

/** Partners who could take a request, the best fitting first: those who can, then the least busy. */
export async function listMatchCandidates(ctx: Context, requestId: string): Promise<Candidate[]> {
  return inScope(ctx, async (tx) => {
    const request = await requireRequest(tx, requestId);
    const engagements = await listEngagementsIn(tx, {
      region: request.region,
      partnerTypeCode: request.partnerTypeCode,
      limit: MOST_CANDIDATES,
    });
    const candidates = await judge(tx, ctx, request, engagements);
    return candidates.sort(
      (left, right) =>
        Number(right.eligible) - Number(left.eligible) || left.openIntroductions - right.openIntroductions,
    );
  });
}

/**
 * Proposes a partner for a request.
 * @throws `not_found`, `not_eligible` with what stands in the way, `already_exists` while another attempt is open
 */
export async function matchRequest(
  ctx: Context,
  input: { requestId: string; engagementId: string },
): Promise<{ id: string }> {
  try {
    return await inScope(ctx, (tx) => propose(tx, ctx, input));
  } catch (cause) {
    if (!violates(cause, 'introductions_open_once')) throw cause;
    throw new AppError('already_exists', {
      userMessage: 'Somebody already proposed a partner for this request. Reload to see whom.',
      cause,
    });
  }
}

async function propose(
  tx: Tx,
  ctx: Context,
  input: { requestId: string; engagementId: string },
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const request = await requireRequest(tx, input.requestId);
  const engagement = await findEngagement(tx, input.engagementId);
  if (!engagement) throw notFound('partner');
  refuseMisfit(request, engagement);
  const [candidate] = await judge(tx, ctx, request, [engagement]);
  refuseObstacle(candidate?.obstacles[0]);

  const id = newId('introduction', now);
  const payload = {
    requestId: request.id,
    clientId: request.clientId,
    partnerId: engagement.partnerId,
    introductionId: id,
  };
  await insertIntroduction(tx, {
    id,
    requestId: request.id,
    clientId: request.clientId,
    partnerId: engagement.partnerId,
    engagementId: engagement.engagementId,
    status: 'proposed',
    matchReasons: candidate?.reasons ?? [],
    proposedBy: actorId(ctx.actor) ?? ctx.actor.type,
    proposedAt: now,
  });
  await recordChange(tx, ctx, {
    action: 'introduction.proposed',
    subjectType: 'introduction',
    subjectId: id,
    to: 'proposed',
    payload,
  });
  await moveState(tx, ctx, {
    machine: referralRequestMachine,
    table: requestTable,
    id: request.id,
    to: 'matched',
    payload,
  });
  return { id };
}

async function requireRequest(tx: Tx, id: string): Promise<RequestRow> {
  const request = await getRequest(tx, id);
  if (!request) throw notFound('request');
  return request;
}

async function judge(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  engagements: readonly EngagementToShareWith[],
): Promise<Candidate[]> {
  const now = ctx.clock.now();
  const partnerIds = engagements.map(({ partnerId }) => partnerId);
  const credentials = await listCredentials(tx, partnerIds);
  const standings = await readStandings(tx, partnerIds, now);
  const open = await countOpenIntroductions(tx, partnerIds);
  const declined = await partnersThatDeclined(tx, request.id);
  return engagements.map((engagement) => {
    const { partnerId, credentialRules } = engagement;
    const openIntroductions = open.get(partnerId) ?? 0;
    const obstacles = matchObstaclesOf({
      partnerStatus: engagement.partnerStatus,
      agreementOverdue: standings.get(partnerId)?.state === 'overdue',
      credential: credentialObstacle(credentialRules, credentials.get(partnerId) ?? [], {
        region: request.region,
        now,
      }),
      declinedBefore: declined.has(partnerId),
    });
    return {
      partnerId,
      partnerName: engagement.partnerName,
      engagementId: engagement.engagementId,
      regions: engagement.regions,
      openIntroductions,
      eligible: obstacles.length === 0,
      obstacles,
      reasons: matchReasonsOf({
        partnerTypeName: engagement.partnerTypeName,
        region: request.region,
        needsCredential: credentialRules.some(
          ({ required, regions }) => required && anyRegionCovers(regions, request.region),
        ),
        openIntroductions,
        eligible: obstacles.length === 0,
      }),
    };
  });
}

function refuseMisfit(request: RequestRow, engagement: EngagementToShareWith): void {
  const { partnerTypeCode, regions, partnerName } = engagement;
  const fits =
    partnerTypeCode === request.partnerTypeCode &&
    (regions.length === 0 || anyRegionCovers(regions, request.region));
  if (fits) return;
  throw new AppError('not_eligible', {
    userMessage: `${partnerName} does not do this kind of work in this region. Choose a partner from the list.`,
  });
}

const obstacleWords: Record<MatchObstacle, string> = {
  partner_not_active: 'This partner is not active. Choose another one.',
  agreement_overdue:
    'This partner has not accepted the agreement in time. Remind its owner, or choose another one.',
  credential_missing: 'This partner has no verified licence for this region. Verify its licence first.',
  credential_expired:
    'The licence of this partner for this region has expired. Ask for the new one and verify it.',
  declined_before: 'This partner declined this request before. Choose another one.',
};

function refuseObstacle(obstacle: MatchObstacle | undefined): void {
  if (obstacle) throw new AppError('not_eligible', { userMessage: obstacleWords[obstacle] });
}
