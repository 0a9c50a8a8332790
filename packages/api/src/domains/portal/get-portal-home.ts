import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { divideRounded } from '../../shared/money.ts';
import {
  countShares,
  listUnansweredIntroductions,
  listUnansweredShares,
  partnerCapacity,
  sumEarned,
  sumVerifiedDeals,
} from './portal.queries.ts';
import type { portalHome } from './portal.schema.ts';
import { daysOf, hoursOf, ratioBps } from './portal.ts';

type PortalHome = z.infer<typeof portalHome>;
const MOST_WAITING = 10;

/** What the partner of the session achieved so far, and what waits for its answer. */
export async function getPortalHome(ctx: Context): Promise<PortalHome> {
  const { partnerId } = ctx.scope;
  invariant(partnerId, 'only a partner has this home');
  return inScope(ctx, async (tx) => {
    const shares = await countShares(tx, partnerId);
    const verified = await sumVerifiedDeals(tx, partnerId);
    const waitingShares = await listUnansweredShares(tx, partnerId, MOST_WAITING);
    const waitingIntroductions = await listUnansweredIntroductions(tx, partnerId, MOST_WAITING);
    const { received = 0, accepted = 0, closed = 0, open = 0 } = shares ?? {};
    return {
      received,
      accepted,
      acceptanceRateBps: ratioBps(accepted, received),
      closed,
      conversionRateBps: ratioBps(closed, accepted),
      open,
      capacity: await partnerCapacity(tx, partnerId),
      revenue: verified.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
      averageDealSize: verified.map((line) => ({
        currency: line.currency,
        amountMinor: divideRounded(line.amountMinor, BigInt(line.deals)),
      })),
      commissionEarned: await sumEarned(tx, partnerId),
      averageDaysToClose: daysOf(shares?.secondsToClose ?? null),
      averageResponseHours: hoursOf(shares?.secondsToAccept ?? null),
      needsAnswer: [
        ...waitingShares.map((row): PortalHome['needsAnswer'][number] => ({ kind: 'share', ...row })),
        ...waitingIntroductions.map((row): PortalHome['needsAnswer'][number] => ({
          kind: 'introduction',
          id: row.id,
          partnerTypeName: row.partnerTypeName,
          since: row.since ?? ctx.clock.now(),
          answerBy: null,
        })),
      ],
    };
  });
}
