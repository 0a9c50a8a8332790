import type { Tx } from '@goodword/db';
import { dealMachine, leadMachine, partnerReferralMachine } from '@goodword/db/vocabulary';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import {
  dealTable,
  getReferral,
  type LeadRow,
  leadTable,
  lockDeal,
  lockLead,
  referralTable,
} from './deals.queries.ts';

/**
 * Staff say that the deal happened with this value: from now on it counts, its lead and the partner referral behind
 * it are converted, and commissions are calculated by the worker.
 * @throws `not_found`, `illegal_move`, `not_eligible`
 */
export async function verifyDeal(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const deal = await lockDeal(tx, id);
    if (!deal) throw notFound('deal');
    const lead = deal.leadId ? await lockLead(tx, deal.leadId) : undefined;
    if (lead && deal.status === 'reported' && !convertible.has(lead.status)) throw cannotConvert(lead.status);
    await moveState(tx, ctx, {
      machine: dealMachine,
      table: dealTable,
      id,
      to: 'verified',
      set: { verifiedAt: ctx.clock.now(), verifiedBy: actorId(ctx.actor) },
      payload: { leadId: deal.leadId, partnerId: deal.partnerId },
    });
    if (lead) await convertLead(tx, ctx, lead);
  });
}

/** Staff say that a reported deal did not happen: its source can be reported again. @throws `not_found`, `illegal_move` */
export async function refuseDeal(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await inScope(ctx, (tx) =>
    moveState(tx, ctx, {
      machine: dealMachine,
      table: dealTable,
      id: input.id,
      to: 'refused',
      reason: input.reason,
    }),
  );
}

const convertible: ReadonlySet<string> = new Set(['qualified', 'in_progress']);

async function convertLead(tx: Tx, ctx: Context, lead: LeadRow): Promise<void> {
  const convertedAt = ctx.clock.now();
  const move = { machine: leadMachine, table: leadTable, id: lead.id } as const;
  if (lead.status === 'qualified') await moveState(tx, ctx, { ...move, to: 'in_progress' });
  await moveState(tx, ctx, { ...move, to: 'converted', set: { convertedAt } });
  if (lead.partnerReferralId) await convertReferral(tx, ctx, lead.partnerReferralId);
}

/** A referral that ended otherwise (declined, expired) stays as it is. */
async function convertReferral(tx: Tx, ctx: Context, referralId: string): Promise<void> {
  const referral = await getReferral(tx, referralId);
  if (!referral) return;
  const move = { machine: partnerReferralMachine, table: referralTable, id: referralId } as const;
  const payload = { partnerId: referral.partnerId };
  const now = ctx.clock.now();
  if (referral.status === 'intake' || referral.status === 'dormant') {
    await moveState(tx, ctx, { ...move, to: 'accepted', set: { acceptedAt: now }, payload });
  } else if (referral.status !== 'accepted') {
    return;
  }
  await moveState(tx, ctx, { ...move, to: 'converted', set: { convertedAt: now }, payload });
}

function cannotConvert(status: string): AppError {
  const userMessage: Record<string, string> = {
    new: 'Qualify the lead of this deal first, then verify the deal.',
    contacted: 'Qualify the lead of this deal first, then verify the deal.',
    converted: 'Another deal of this lead is verified already. Refuse this one, or reverse the other first.',
  };
  return new AppError('not_eligible', {
    userMessage:
      userMessage[status] ??
      `The lead of this deal is ${status.replaceAll('_', ' ')}, so the deal cannot count. Refuse it.`,
  });
}
