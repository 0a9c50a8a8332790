import { partnerReferralMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import { timelineOf } from '../../platform/timeline.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { addressHash } from '../notifications/index.ts';
import { describeAnswers } from './partner-referral.ts';
import { getReferralDetail, listReferralRows } from './partner-referrals.queries.ts';
import {
  type listReferralsInput,
  type referralDetail,
  referralMovesByHand,
  type referralSummary,
} from './partner-referrals.schema.ts';

type Summary = z.infer<typeof referralSummary>;

/** One page of all referrals, for staff. */
export async function listReferrals(
  ctx: Context,
  { search, cursor, limit, ...filter }: z.infer<typeof listReferralsInput>,
): Promise<Page<Summary>> {
  const rows = await inScope(ctx, async (tx) => {
    const [found] = await Promise.all([
      listReferralRows(tx, {
        ...filter,
        ...(search?.includes('@')
          ? { emailHash: addressHash(ctx, search) }
          : { namePrefix: search || undefined }),
        after: decodeCursor(cursor),
        limit: limit + 1,
      }),
      recordRead(tx, ctx, { subjectType: 'list', subjectId: 'referrals' }),
    ]);
    return found;
  });
  return toPage(rows.map(summarise), limit, (row) => ({ value: row.submittedAt.toISOString(), id: row.id }));
}

/** @throws `not_found` */
export async function readReferral(ctx: Context, id: string): Promise<z.infer<typeof referralDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await getReferralDetail(tx, id);
    if (!row) throw notFound('referral');
    const { referral, leadStatus } = row;
    const [timeline] = await Promise.all([
      timelineOf(tx, [id]),
      recordRead(tx, ctx, { subjectType: 'partner_referral', subjectId: id }),
      referral.clientId &&
        recordRead(tx, ctx, { subjectType: 'client', subjectId: referral.clientId, part: 'referral' }),
    ]);
    const legal: readonly string[] = partnerReferralMachine.moves[referral.status];
    return {
      ...referral,
      ...summarise(row),
      details: describeAnswers(referral.details, row.formFields),
      submittedByName: row.submittedByName,
      campaign: row.campaign,
      lead: referral.leadId && leadStatus ? { id: referral.leadId, status: leadStatus } : null,
      moves: referralMovesByHand.filter((to) => legal.includes(to)),
      timeline,
    };
  });
}

function summarise({
  referral,
  partnerName,
  partnerTypeName,
}: Awaited<ReturnType<typeof listReferralRows>>[number]): Summary {
  const { id, status, clientName, clientEmail, partnerId, partnerTypeCode, source } = referral;
  const { submittedAt, confirmedAt, leadId } = referral;
  return {
    id,
    status,
    clientName,
    clientEmail,
    partnerId,
    partnerName,
    partnerTypeCode,
    partnerTypeName,
    source,
    submittedAt,
    confirmedAt,
    leadId,
  };
}
