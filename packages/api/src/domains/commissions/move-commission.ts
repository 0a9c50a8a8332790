import type { Tx } from '@goodword/db';
import type { CommissionStatus } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { machineOf } from './commission.ts';
import { type CommissionRow, commissionTable } from './commissions.queries.ts';

/** Moves a line by the machine of its direction, with the ids that handlers of the event need. */
export async function moveCommission(
  tx: Tx,
  ctx: Context,
  line: CommissionRow,
  move: { to: CommissionStatus; set?: Partial<CommissionRow>; reason?: string },
): Promise<void> {
  await moveState(tx, ctx, {
    machine: machineOf(line.direction),
    table: commissionTable,
    id: line.id,
    ...move,
    payload: {
      partnerId: line.partnerId,
      dealId: line.dealId,
      // A line comes back to `approved` from a hold or a failed payout; only the first time is news.
      first: move.to === 'approved' && line.approvedAt === null,
    },
  });
}
