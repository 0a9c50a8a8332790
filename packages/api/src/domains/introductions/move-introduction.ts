import type { Tx } from '@goodword/db';
import {
  type IntroductionStatus,
  introductionMachine,
  type ReferralRequestStatus,
  referralRequestMachine,
} from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { introductionTable } from './introductions.queries.ts';
import { requestTable } from './requests.queries.ts';

type IntroductionRow = typeof introductionTable.$inferSelect;

export interface JointMove {
  introduction: IntroductionRow;
  to: IntroductionStatus;
  set?: Partial<typeof introductionTable.$inferInsert>;
  requestTo: ReferralRequestStatus;
  requestSet?: Partial<typeof requestTable.$inferInsert>;
  reason?: string;
}

/**
 * Moves an introduction and, with it, the request it belongs to. Always in this order: everybody who moves both locks
 * the introduction first, so that two of them never wait for each other.
 */
export async function moveIntroduction(tx: Tx, ctx: Context, move: JointMove): Promise<void> {
  const { id, requestId, clientId, partnerId } = move.introduction;
  const payload = { requestId, clientId, partnerId, introductionId: id };
  await moveState(tx, ctx, {
    machine: introductionMachine,
    table: introductionTable,
    id,
    to: move.to,
    set: move.set,
    reason: move.reason,
    payload,
  });
  await moveState(tx, ctx, {
    machine: referralRequestMachine,
    table: requestTable,
    id: requestId,
    to: move.requestTo,
    set: move.requestSet,
    payload,
  });
}
