import { canMove, type LeadShareStatus, leadShareMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { requireOwnShare } from './own-share.ts';
import { findDealOfShare, listPartnerShares, listSharesOfLead } from './sharing.queries.ts';
import type { leadShareSummary, myShare, myShareDetail } from './sharing.schema.ts';
import { openScopesOf, ticksOf, type ViewedShare, viewShares } from './view-shares.ts';

type MyShare = z.infer<typeof myShare>;

/** The partner's shares, newest first, each with what is open of its lead now. */
export async function listMyShares(
  ctx: Context,
  input: { status?: LeadShareStatus; cursor?: string | null; limit: number },
): Promise<Page<MyShare>> {
  return inScope(ctx, async (tx) => {
    const rows = await listPartnerShares(tx, {
      partnerId: partnerIdOf(ctx),
      status: input.status,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, ({ share }) => ({
      value: share.sentAt.toISOString(),
      id: share.id,
    }));
    return { ...page, rows: (await viewShares(tx, page.rows)).map(myShareOf) };
  });
}

/** One share of the partner of the session, with what is open of the lead now. @throws `not_found` */
export async function getMyShare(ctx: Context, id: string): Promise<z.infer<typeof myShareDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await requireOwnShare(tx, ctx, id);
    const [viewed] = await viewShares(tx, [row]);
    const deal = await findDealOfShare(tx, id);
    return { ...myShareOf(viewed as ViewedShare), moves: movesOf(row.share.status), deal: deal ?? null };
  });
}

const partnerMoves = ['accepted', 'rejected', 'in_progress', 'returned', 'closed'] as const;

function movesOf(status: LeadShareStatus) {
  return partnerMoves.filter((to) => canMove(leadShareMachine, status, to));
}

function myShareOf({ share, partnerTypeName, lead }: ViewedShare): MyShare {
  const { id, status, partnerTypeCode, sentAt, answerBy, acceptedAt, endedAt, outcome } = share;
  return {
    id,
    status,
    partnerTypeCode,
    partnerTypeName,
    sentAt,
    answerBy,
    acceptedAt,
    endedAt,
    outcome,
    lead,
  };
}

/** Every share of a lead, for staff. */
export async function listLeadShares(
  ctx: Context,
  leadId: string,
): Promise<z.infer<typeof leadShareSummary>[]> {
  return inScope(ctx, async (tx) => {
    const rows = await listSharesOfLead(tx, leadId);
    const visible = await openScopesOf(tx, rows);
    return rows.map(({ share, partnerName, partnerTypeName, sharedByName }, index) => ({
      id: share.id,
      leadId: share.leadId,
      partnerId: share.partnerId,
      partnerName,
      partnerTypeCode: share.partnerTypeCode,
      partnerTypeName,
      status: share.status,
      ticks: ticksOf(share),
      visible: visible[index] ?? [],
      sharedByName,
      sentAt: share.sentAt,
      answerBy: share.answerBy,
      acceptedAt: share.acceptedAt,
      endedAt: share.endedAt,
      endReason: share.endReason,
      outcome: share.outcome,
    }));
  });
}
