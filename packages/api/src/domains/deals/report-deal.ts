import type { Tx } from '@goodword/db';
import { dealMachine, endedReferralStatuses, leadMachine } from '@goodword/db/vocabulary';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, invariant, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { isCurrency, leadTakesDeal, shareTakesDeal } from './deal.ts';
import {
  type DealRow,
  getIntroduction,
  getLead,
  getReferral,
  getShare,
  insertDeal,
  leadTable,
  lockDeal,
} from './deals.queries.ts';

/** What the closed business came from. */
export type DealSource =
  | { kind: 'lead'; leadId: string }
  /** With the lead given, the share must be of that lead. */
  | { kind: 'share'; shareId: string; leadId?: string }
  | { kind: 'introduction'; introductionId: string };

export interface DealReport {
  source: DealSource;
  valueMinor: bigint;
  /** ISO 4217. */
  currency: string;
  closedAt: Date;
  note?: string;
}

/** The source that a form names: an introduction, a share of a lead, or the lead itself. */
export function sourceOf(input: { leadId?: string; shareId?: string; introductionId?: string }): DealSource {
  const { leadId, shareId, introductionId } = input;
  if (introductionId) return { kind: 'introduction', introductionId };
  if (shareId) return { kind: 'share', shareId, leadId };
  invariant(leadId, 'the form names a lead or an introduction');
  return { kind: 'lead', leadId };
}

type Origin = Pick<
  DealRow,
  'leadId' | 'clientId' | 'shareId' | 'partnerReferralId' | 'introductionId' | 'partnerId' | 'engagementId'
>;

/**
 * Records closed business as `reported`. It counts, and pays, only once staff verify it. Runs in the caller's
 * transaction, in the staff scope or in the scope of the partner whose share or introduction it is.
 * @returns the id of the deal
 * @throws `not_found` for a source out of scope, `not_eligible` when nothing can be closed on it yet,
 *   `already_exists` when a deal of this source is open, `invalid_input`
 */
export async function reportDeal(tx: Tx, ctx: Context, report: DealReport): Promise<string> {
  const now = ctx.clock.now();
  checkFacts(report, now);
  const origin = await originFrom(tx, ctx, report.source);
  const id = newId('deal', now);
  try {
    await insertDeal(tx, {
      id,
      ...origin,
      status: 'reported',
      valueMinor: report.valueMinor,
      currency: report.currency,
      reportedBy: actorId(ctx.actor) ?? ctx.actor.type,
      closedAt: report.closedAt,
      createdAt: now,
      verifiedAt: null,
      verifiedBy: null,
      note: report.note ?? null,
    });
  } catch (cause) {
    throw isSecondDeal(cause) ? secondDeal(cause) : cause;
  }
  await recordChange(tx, ctx, {
    action: 'deal.reported',
    subjectType: dealMachine.name,
    subjectId: id,
    to: 'reported',
    payload: { leadId: origin.leadId, partnerId: origin.partnerId },
  });
  return id;
}

function checkFacts(report: DealReport, now: Date): void {
  if (!isCurrency(report.currency)) {
    throw new AppError('invalid_input', {
      userMessage: `${report.currency} is not a currency. Choose one from the list.`,
      fields: { currency: 'Choose a currency from the list.' },
    });
  }
  if (report.valueMinor <= 0n) {
    throw new AppError('invalid_input', {
      userMessage: 'The value of a deal is above zero. Write what was agreed.',
      fields: { valueMinor: 'Write an amount above zero.' },
    });
  }
  if (report.closedAt > now) {
    throw new AppError('invalid_input', {
      userMessage: 'This deal would close in the future. Report it on the day it closes.',
      fields: { closedAt: 'Choose today or an earlier day.' },
    });
  }
}

async function originFrom(tx: Tx, ctx: Context, source: DealSource): Promise<Origin> {
  // Only one's own: row-level security says the same, a second time.
  const partnerId = ctx.scope.audience === 'partner' ? (ctx.scope.partnerId ?? '') : undefined;
  switch (source.kind) {
    case 'lead':
      return originFromLead(tx, ctx, source.leadId);
    case 'share': {
      const share = await getShare(tx, { id: source.shareId, partnerId });
      if (!share || (source.leadId && source.leadId !== share.leadId)) throw notFound('lead share');
      if (!shareTakesDeal(share.status)) {
        throw new AppError('not_eligible', {
          userMessage: 'The partner has not taken this lead on, so it cannot close a deal on it.',
        });
      }
      // Leads are closed to partners: for them the worker moves the lead when it hears of the deal.
      if (partnerId === undefined) await startLead(tx, ctx, share.leadId);
      return {
        leadId: share.leadId,
        clientId: share.clientId,
        shareId: share.id,
        partnerReferralId: null,
        introductionId: null,
        partnerId: share.partnerId,
        engagementId: share.engagementId,
      };
    }
    case 'introduction': {
      const introduction = await getIntroduction(tx, { id: source.introductionId, partnerId });
      if (!introduction) throw notFound('introduction');
      if (introduction.status !== 'connected' && introduction.status !== 'closed') {
        throw new AppError('not_eligible', {
          userMessage:
            'Client and partner are not connected yet, so no deal can come from this introduction.',
        });
      }
      return {
        leadId: null,
        clientId: introduction.clientId,
        shareId: null,
        partnerReferralId: null,
        introductionId: introduction.id,
        partnerId: introduction.partnerId,
        engagementId: introduction.engagementId,
      };
    }
  }
}

async function originFromLead(tx: Tx, ctx: Context, leadId: string): Promise<Origin> {
  const lead = await startLead(tx, ctx, leadId);
  const found = lead.partnerReferralId ? await getReferral(tx, lead.partnerReferralId) : undefined;
  const hasEnded = endedReferralStatuses.some((status) => status === found?.status);
  const referral = hasEnded ? undefined : found;
  return {
    leadId: lead.id,
    clientId: lead.clientId,
    shareId: null,
    partnerReferralId: referral?.id ?? null,
    introductionId: null,
    partnerId: referral?.partnerId ?? null,
    engagementId: referral?.engagementId ?? null,
  };
}

/** A partner's report leaves the lead alone, which it cannot see; the worker then puts the lead in progress. */
export async function startReportedLead(ctx: Context, dealId: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const deal = await lockDeal(tx, dealId);
    const lead = deal?.leadId ? await getLead(tx, deal.leadId) : undefined;
    if (deal?.status !== 'reported' || lead?.status !== 'qualified') return;
    await moveState(tx, ctx, { machine: leadMachine, table: leadTable, id: lead.id, to: 'in_progress' });
  });
}

async function startLead(tx: Tx, ctx: Context, leadId: string) {
  const lead = await getLead(tx, leadId);
  if (!lead) throw notFound('lead');
  if (!leadTakesDeal(lead.status)) {
    throw new AppError('not_eligible', {
      userMessage:
        lead.status === 'new' || lead.status === 'contacted'
          ? 'Qualify this lead first; then record its deal.'
          : `This lead is ${lead.status.replaceAll('_', ' ')}: no deal can be recorded on it.`,
    });
  }
  if (lead.status === 'qualified') {
    await moveState(tx, ctx, { machine: leadMachine, table: leadTable, id: lead.id, to: 'in_progress' });
  }
  return lead;
}

const onePerSource = ['deals_share', 'deals_partner_referral', 'deals_introduction'];

function isSecondDeal(error: unknown): boolean {
  return onePerSource.some((index) => violates(error, index));
}

function secondDeal(cause: unknown): AppError {
  return new AppError('already_exists', {
    userMessage: 'A deal was already reported here. Open it to verify or refuse it.',
    cause,
  });
}
