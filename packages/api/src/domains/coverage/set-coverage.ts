import { canMove, coverageMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, movedOn } from '../../shared/errors.ts';
import { regionName } from '../../shared/regions.ts';
import { getPartnerType } from '../catalogue/index.ts';
import { countActive } from './count-active.ts';
import { listActiveAreas, lockCoverage, updateCoverage } from './coverage.queries.ts';
import type { setCoverageInput } from './coverage.schema.ts';
import { isPlacedIn } from './coverage.ts';

/**
 * Opens, announces or closes a partner type in a region.
 * @throws `not_found` (type), `invalid_input` outside the type's regions, `not_eligible` when it would open without
 *   an active partner and nobody insists, `stale` when it is no longer as said
 */
export async function setCoverage(ctx: Context, input: z.infer<typeof setCoverageInput>): Promise<void> {
  const { region, partnerTypeCode, status, note, force, reason } = input;
  await inScope(ctx, async (tx) => {
    const type = await getPartnerType(tx, partnerTypeCode);
    if (!isPlacedIn(type, region)) {
      const message = `${type.name} does not work in ${regionName(region)}.`;
      throw new AppError('invalid_input', { userMessage: message, fields: { region: message } });
    }
    const now = ctx.clock.now();
    const key = { region, partnerTypeCode };
    const row = await lockCoverage(tx, key, now);
    if (input.from && row.status !== input.from) throw movedOn('region');
    const opens = status === 'available' && row.status !== 'available';
    if (opens && !force && countActive(await listActiveAreas(tx), key) === 0) {
      throw new AppError('not_eligible', {
        userMessage: `No active ${type.name.toLowerCase()} covers ${regionName(region)}. Open it anyway with a reason, or set it to coming soon.`,
      });
    }
    const moves = canMove(coverageMachine, row.status, status);
    const noteNow = note === undefined ? row.note : note || null;
    if (!moves && noteNow === row.note) return;
    await updateCoverage(tx, key, { status, note: noteNow, changedAt: now });
    await recordChange(tx, ctx, {
      action: moves ? `coverage.${status}` : 'coverage.noted',
      subjectType: 'coverage',
      subjectId: `${region}:${partnerTypeCode}`,
      ...(moves ? { from: row.status, to: status } : {}),
      fields: [...(moves ? ['status'] : []), ...(noteNow === row.note ? [] : ['note'])],
      reason,
    });
  });
}
