import type { Tx } from '@goodword/db';
import { canMove, type IntroductionStatus, introductionMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { introductionScopes } from './introduction-consent.ts';
import {
  type IntroductionWithRules,
  introducedRequests,
  listPartnerIntroductions,
} from './introductions.queries.ts';
import type { myIntroduction, myIntroductionDetail } from './introductions.schema.ts';
import { visibleRequest } from './visible-request.ts';

type MyIntroduction = z.infer<typeof myIntroduction>;

/** What the partner of the session was introduced to, newest first, each with what is open of it now. */
export async function listMyIntroductions(
  ctx: Context,
  input: { status?: IntroductionStatus; cursor?: string | null; limit: number },
): Promise<Page<MyIntroduction>> {
  return inScope(ctx, async (tx) => {
    const rows = await listPartnerIntroductions(tx, {
      partnerId: partnerIdOf(ctx),
      status: input.status,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, ({ introduction }) => ({
      value: introduction.proposedAt.toISOString(),
      id: introduction.id,
    }));
    return { ...page, rows: await viewIntroductions(tx, page.rows) };
  });
}

/** One introduction of the partner of the session, and what it can do with it now. @throws `not_found` */
export async function getMyIntroduction(
  ctx: Context,
  id: string,
): Promise<z.infer<typeof myIntroductionDetail>> {
  return inScope(ctx, async (tx) => {
    const rows = await listPartnerIntroductions(tx, {
      partnerId: partnerIdOf(ctx),
      id,
      after: null,
      limit: 1,
    });
    const [viewed] = await viewIntroductions(tx, rows);
    if (!viewed) throw notFound('introduction');
    const moves = (['connected', 'declined'] as const).filter((to) =>
      canMove(introductionMachine, viewed.status, to),
    );
    return { ...viewed, moves };
  });
}

/** Introductions as their partner may see them now: consent is read with them, not remembered. */
export async function viewIntroductions(
  tx: Tx,
  rows: readonly IntroductionWithRules[],
): Promise<MyIntroduction[]> {
  const requests = await introducedRequests(
    tx,
    rows.map(({ introduction }) => introduction.id),
  );
  const consented = await introductionScopes(tx, rows);
  return rows.map((row, index) => {
    const { id, status, introSentAt, connectedAt, closedAt, outcome } = row.introduction;
    return {
      id,
      status,
      partnerTypeCode: row.partnerTypeCode,
      partnerTypeName: row.partnerTypeName,
      introSentAt,
      connectedAt,
      closedAt,
      outcome,
      request: visibleRequest({
        request: requests.get(id) ?? null,
        consented: consented[index] ?? new Set(),
        rules: row,
        status,
      }),
    };
  });
}
