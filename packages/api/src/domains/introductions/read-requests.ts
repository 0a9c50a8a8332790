import type { Tx } from '@goodword/db';
import { canMove, referralRequestMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, clientIdOf, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { membersOf } from './groups.queries.ts';
import { consentedToType } from './introduction-consent.ts';
import {
  findLivingIntroduction,
  introducedPartner,
  listIntroductionsOfRequest,
} from './introductions.queries.ts';
import type {
  myRequestDetail,
  myRequestPage,
  requestDetail,
  requestListInput,
  requestPage,
} from './introductions.schema.ts';
import { listRequests, listRequestsOf } from './requests.queries.ts';

type OwnRow = Awaited<ReturnType<typeof listRequestsOf>>[number];
type MyDetail = z.infer<typeof myRequestDetail>;

/** The requests of the client of the session, newest first. */
export async function listMyRequests(
  ctx: Context,
  input: { cursor?: string | null; limit: number },
): Promise<z.infer<typeof myRequestPage>> {
  const rows = await inScope(ctx, (tx) =>
    listRequestsOf(tx, {
      clientId: clientIdOf(ctx),
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    }),
  );
  const page = toPage(rows, input.limit, keyOf);
  return { ...page, rows: page.rows.map(factsOf) };
}

/** A request as its client sees it: the attempt under way, and the professional once the introduction was sent. */
export async function getMyRequest(ctx: Context, id: string): Promise<MyDetail> {
  return inScope(ctx, async (tx) => {
    const clientId = clientIdOf(ctx);
    const [row] = await listRequestsOf(tx, { clientId, id, after: null, limit: 1 });
    if (!row) throw notFound('request');
    const attempt = await findLivingIntroduction(tx, { clientId, requestId: id });
    const partner = attempt ? await introducedPartner(tx, attempt.id) : undefined;
    return {
      ...factsOf(row),
      ...detailsOf(row),
      consented: await consentedToType(tx, clientId, row.request.partnerTypeCode),
      steps: stepsOf(row, attempt),
      introducedTo: partner
        ? {
            partnerName: partner.partner_name,
            contactName: partner.contact_name,
            email: partner.email,
            phone: partner.phone,
            website: partner.website,
            introducedAt: attempt?.introSentAt ?? null,
          }
        : null,
      canCancel: canMove(referralRequestMachine, row.request.status, 'cancelled'),
    };
  });
}

type Attempt = Awaited<ReturnType<typeof findLivingIntroduction>>;

function stepsOf({ request }: OwnRow, attempt: Attempt): MyDetail['steps'] {
  const ended =
    request.status === 'cancelled' || request.status === 'unfulfilled' ? request.status : 'closed';
  const steps = [
    { key: 'asked', at: request.createdAt },
    { key: 'matched', at: attempt?.proposedAt },
    { key: 'introduced', at: attempt?.introSentAt },
    { key: 'connected', at: attempt?.connectedAt },
    { key: ended, at: request.closedAt },
  ] as const;
  return steps.flatMap(({ key, at }) => (at ? [{ key, at }] : []));
}

/** One page of requests for staff. */
export async function listAllRequests(
  ctx: Context,
  input: z.infer<typeof requestListInput>,
): Promise<z.infer<typeof requestPage>> {
  const rows = await inScope(ctx, async (tx) => {
    const [found] = await Promise.all([
      listRequests(tx, { ...input, after: decodeCursor(input.cursor), limit: input.limit + 1 }),
      recordRead(tx, ctx, { subjectType: 'list', subjectId: 'requests' }),
    ]);
    return found;
  });
  const page: Page<(typeof rows)[number]> = toPage(rows, input.limit, keyOf);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...factsOf(row),
      clientId: row.client.id,
      clientName: row.client.name,
      introductionId: row.introductionId,
      partnerId: row.partnerId,
      partnerName: row.partnerName,
    })),
  };
}

/** Everything staff see of one request, every attempt included. @throws `not_found` */
export async function getRequestDetail(ctx: Context, id: string): Promise<z.infer<typeof requestDetail>> {
  return inScope(ctx, async (tx) => {
    const [row] = await listRequests(tx, { id, dir: 'desc', after: null, limit: 1 });
    if (!row) throw notFound('request');
    const [attempts] = await Promise.all([
      listIntroductionsOfRequest(tx, id),
      recordRead(tx, ctx, { subjectType: 'client', subjectId: row.client.id, part: 'request' }),
    ]);
    return {
      ...factsOf(row),
      ...detailsOf(row),
      clientId: row.client.id,
      clientName: row.client.name,
      clientEmail: row.client.email,
      clientPhone: row.client.phone,
      members: await membersOfGroup(tx, row.request.groupId),
      endReason: row.request.endReason,
      consented: await consentedToType(tx, row.client.id, row.request.partnerTypeCode),
      introductions: attempts.map(({ introduction, ...names }) => ({
        id: introduction.id,
        status: introduction.status,
        partnerId: introduction.partnerId,
        engagementId: introduction.engagementId,
        matchReasons: introduction.matchReasons,
        proposedAt: introduction.proposedAt,
        introSentAt: introduction.introSentAt,
        connectedAt: introduction.connectedAt,
        closedAt: introduction.closedAt,
        endReason: introduction.endReason,
        outcome: introduction.outcome,
        outcomeNotes: introduction.outcomeNotes,
        ...names,
      })),
      wantedBy: row.request.timeline,
      timeline: await timelineOf(tx, [id, ...attempts.map(({ introduction }) => introduction.id)]),
    };
  });
}

async function membersOfGroup(tx: Tx, groupId: string): Promise<string[]> {
  return (await membersOf(tx, [groupId])).get(groupId) ?? [];
}

function keyOf({ request }: Pick<OwnRow, 'request'>) {
  return { value: request.createdAt.toISOString(), id: request.id };
}

function factsOf({ request, groupName, partnerTypeName }: OwnRow) {
  const { id, status, partnerTypeCode, region, groupId, groupSize, createdAt, closedAt } = request;
  return {
    id,
    status,
    partnerTypeCode,
    partnerTypeName,
    region,
    groupId,
    groupName,
    groupSize,
    createdAt,
    closedAt,
  };
}

function detailsOf({ request }: Pick<OwnRow, 'request'>) {
  const { currency, priceMinMinor, priceMaxMinor, timeline, specificNeed } = request;
  return { currency, priceMinMinor, priceMaxMinor, timeline, specificNeed };
}
