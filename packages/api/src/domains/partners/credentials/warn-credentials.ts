import { type Context, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { warningsReached } from './credential.ts';
import { insertWarnings, listEnding } from './credentials.queries.ts';

/**
 * Warns of credentials that end: once per credential and threshold, whoever runs it and however often, because the
 * warning is remembered in the transaction of its event. Of thresholds that passed together only the nearest is told.
 */
export async function warnOfEndingCredentials(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const ending = await inScope(ctx, (tx) => listEnding(tx, now));
  for (const { id, partnerId, expiresAt } of ending) {
    const reached = warningsReached(expiresAt, now);
    await inScope(ctx, async (tx) => {
      const added = await insertWarnings(
        tx,
        reached.map((days) => ({ credentialId: id, partnerId, days, createdAt: now })),
      );
      const nearest = Math.min(...reached);
      if (!added.includes(nearest)) return;
      await recordChange(tx, ctx, {
        action: 'credential.ending',
        subjectType: 'credential',
        subjectId: id,
        payload: { partnerId, days: nearest },
      });
    });
  }
}
