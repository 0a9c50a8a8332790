import type { Tx } from '@goodword/db';
import { rewards } from '@goodword/db/schema';
import { type RewardSide, rewardMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';
import { requireOrganisation } from '../identity/index.ts';
import { type Conversion, listConvertedInvites } from '../invites/index.ts';
import {
  creditGiven,
  friendTerms,
  type ProgramRow,
  payerProblem,
  type RewardTerms,
  referrerTerms,
} from '../programs/index.ts';
import { openReward } from './open-reward.ts';
import { nextSet, withinCap, yearIn } from './reward.ts';
import { insertReward, latestPayer, listCreditSince, listQualifyingSets } from './rewards.queries.ts';

/**
 * What a conversion earns both sides: the friend for their own consultation, the referrer once a set of conversions is
 * full. Runs in the transaction of the conversion, which holds the locks on both people; so a set is counted once.
 */
export async function grantRewards(tx: Tx, ctx: Context, { invite, program }: Conversion): Promise<void> {
  if (invite.friendClientId) {
    await grant(tx, ctx, program, {
      inviteId: invite.id,
      clientId: invite.friendClientId,
      side: 'friend',
      terms: friendTerms(program),
      qualifyingSet: invite.id,
    });
  }
  const referrer = { programId: program.id, clientId: invite.clientId };
  const full = nextSet(
    await listConvertedInvites(tx, referrer),
    await listQualifyingSets(tx, { ...referrer, side: 'referrer' }),
    program.rewardThreshold,
  );
  if (!full) return;
  await grant(tx, ctx, program, {
    inviteId: invite.id,
    clientId: invite.clientId,
    side: 'referrer',
    terms: referrerTerms(program),
    qualifyingSet: full,
  });
}

interface Grant {
  inviteId: string;
  clientId: string;
  side: RewardSide;
  terms: RewardTerms;
  qualifyingSet: string;
}

async function grant(tx: Tx, ctx: Context, program: ProgramRow, wanted: Grant): Promise<void> {
  const now = ctx.clock.now();
  const { terms, ...rest } = wanted;
  const limited = await limitedAmount(tx, ctx, program, wanted);
  const id = newId('reward', now);
  const isNew = await insertReward(tx, {
    ...rest,
    id,
    programId: program.id,
    kind: terms.kind,
    status: 'pending',
    amountMinor: limited.amountMinor,
    percentBps: terms.percentBps,
    currency: program.currency,
    reason: limited.reason,
    createdAt: now,
  });
  if (!isNew) return;
  await recordChange(tx, ctx, {
    action: 'reward.created',
    subjectType: 'reward',
    subjectId: id,
    to: 'pending',
  });

  const problem = limited.problem ?? (await beneficiaryProblem(tx, program, wanted.clientId));
  if (problem) {
    await moveState(tx, ctx, {
      machine: rewardMachine,
      table: rewards,
      id,
      to: 'cancelled',
      set: { reason: problem },
      reason: problem,
    });
    return;
  }
  await moveState(tx, ctx, {
    machine: rewardMachine,
    table: rewards,
    id,
    to: 'earned',
    set: { earnedAt: now },
  });
  if (program.holdDays === 0) await openReward(tx, ctx, id);
}

/** A patient of an excluded payer earns nothing, whoever pays for the friend. */
async function beneficiaryProblem(tx: Tx, program: ProgramRow, clientId: string): Promise<string | null> {
  const payer = await latestPayer(tx, clientId);
  return payer ? payerProblem(program, { payer }) : null;
}

async function limitedAmount(
  tx: Tx,
  ctx: Context,
  program: ProgramRow,
  { terms, clientId }: Grant,
): Promise<{ amountMinor: bigint | null; reason: string | null; problem: string | null }> {
  if (terms.kind !== 'credit' || terms.amountMinor === null) {
    return { amountMinor: null, reason: null, problem: null };
  }
  const usedMinor = await creditThisYear(tx, ctx, program, clientId);
  const amountMinor = withinCap(terms.amountMinor, { capMinor: program.yearlyCapMinor, usedMinor });
  if (amountMinor === 0n) {
    return { amountMinor: terms.amountMinor, reason: null, problem: 'The yearly cap was reached.' };
  }
  const reason = amountMinor < terms.amountMinor ? 'Reduced to what the yearly cap left.' : null;
  return { amountMinor, reason, problem: null };
}

async function creditThisYear(
  tx: Tx,
  ctx: Context,
  { id: programId, currency }: ProgramRow,
  clientId: string,
): Promise<bigint> {
  const { timeZone } = await requireOrganisation(tx);
  const now = ctx.clock.now();
  const year = yearIn(timeZone, now);
  const rows = await listCreditSince(
    tx,
    { programId, clientId, currency, since: addDays(now, -367) },
    creditGiven(tx),
  );
  return rows
    .filter((row) => yearIn(timeZone, row.earnedAt) === year)
    .reduce((sum, row) => sum + row.amountMinor, 0n);
}
