import type { Tx } from '@goodword/db';
import { AppError, invariant } from '../../shared/errors.ts';
import { type Standing, standingOf } from './agreement.ts';
import { listPartnerFacts, listPublished } from './agreements.queries.ts';

/** How each of these partners stands towards the agreement now. */
export async function readStandings(
  tx: Tx,
  partnerIds: readonly string[],
  now: Date,
): Promise<Map<string, Standing>> {
  const [versions, facts] = await Promise.all([listPublished(tx), listPartnerFacts(tx, partnerIds)]);
  const standings = new Map<string, Standing>();
  for (const [partnerId, { accepted, types }] of facts) {
    const standing = standingOf(versions, { accepted, types, now });
    invariant(standing, 'the first agreement is published for everybody with the installation');
    standings.set(partnerId, standing);
  }
  return standings;
}

/** How one partner stands. */
export async function readStanding(tx: Tx, partnerId: string, now: Date): Promise<Standing> {
  const standing = (await readStandings(tx, [partnerId], now)).get(partnerId);
  invariant(standing, 'a partner that was asked for is answered');
  return standing;
}

/**
 * Stops the caller's partner from starting something new while it owes us its acceptance.
 * @throws `not_eligible` past the grace of the version in force
 */
export async function requireAgreement(tx: Tx, partnerId: string, now: Date): Promise<void> {
  const { state, inForce } = await readStanding(tx, partnerId, now);
  if (state !== 'overdue') return;
  throw new AppError('not_eligible', {
    userMessage: `Version ${inForce.version} of the agreement has to be accepted first. An owner of your team does that on the page Agreement.`,
  });
}
