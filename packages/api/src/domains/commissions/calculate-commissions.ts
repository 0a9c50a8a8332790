import type { Tx } from '@goodword/db';
import { endedReferralStatuses } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import {
  describeClosedGate,
  lawGate,
  listLawDecisions,
  readTermsSources,
  termsInForce,
} from '../terms/index.ts';
import { calculateCommission } from './calculate.ts';
import {
  countDealsBefore,
  insertCommissionOnce,
  lockDealFacts,
  lockTerms,
  regionOfDeal,
  wasRecorded,
} from './commissions.queries.ts';

type Deal = NonNullable<Awaited<ReturnType<typeof lockDealFacts>>>['deal'];
type Engagement = NonNullable<Awaited<ReturnType<typeof lockTerms>>>['engagement'];

interface Beneficiary {
  planLine: 'share' | 'referral' | 'introduction';
  engagementId: string;
}

/**
 * Creates the commission lines of a verified deal: one for the partner who closed it and, when another partner sent
 * the client, one for that partner too; none for a referral that has ended otherwise. Once per deal, partner, line and instalment, however often it runs; a deal
 * that was reversed meanwhile earns nothing.
 */
export async function calculateCommissions(ctx: Context, dealId: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const facts = await lockDealFacts(tx, dealId);
    if (facts?.deal.status !== 'verified') return;
    const { referrer } = facts;
    const isOver = referrer && endedReferralStatuses.some((status) => status === referrer.status);
    if (isOver) {
      await recordNone(tx, ctx, dealId, {
        line: 'referral',
        reason: `The referral that brought this client is ${referrer.status}.`,
      });
    }
    for (const beneficiary of beneficiariesOf(facts.deal, isOver ? null : referrer)) {
      await createLine(tx, ctx, facts.deal, beneficiary);
    }
  });
}

/** Who closed it comes first; who referred the client and closed it too is one beneficiary, not two. */
function beneficiariesOf(
  deal: Deal,
  referrer: { partnerId: string; engagementId: string } | null,
): Beneficiary[] {
  const found: Beneficiary[] = [];
  if (deal.engagementId && (deal.shareId || deal.introductionId)) {
    found.push({ planLine: deal.shareId ? 'share' : 'introduction', engagementId: deal.engagementId });
  }
  if (referrer && (found.length === 0 || referrer.partnerId !== deal.partnerId)) {
    found.push({ planLine: 'referral', engagementId: referrer.engagementId });
  }
  // Always the same order of locks.
  return found.sort((left, right) => (left.engagementId < right.engagementId ? -1 : 1));
}

async function createLine(tx: Tx, ctx: Context, deal: Deal, beneficiary: Beneficiary): Promise<void> {
  const { verifiedAt } = deal;
  invariant(verifiedAt, 'a verified deal has its date');
  const found = await lockTerms(tx, beneficiary.engagementId);
  if (!found) return;
  const { engagement, regulated, partnerName, partnerCurrency } = found;
  const { terms, name, why } = await termsOfDeal(tx, deal, engagement);
  const outcome = calculateCommission(
    {
      ...terms,
      regulated,
      closedGate: regulated ? await closedGate(tx, deal, engagement) : null,
      flatCurrency: partnerCurrency,
    },
    {
      line: beneficiary.planLine,
      valueMinor: deal.valueMinor,
      currency: deal.currency,
      dealsBefore: await countDealsBefore(tx, { engagement, deal: { id: deal.id, verifiedAt } }),
    },
  );
  if (!outcome.due) {
    await recordNone(tx, ctx, deal.id, {
      line: beneficiary.planLine,
      reason: `${partnerName}: ${outcome.reason}`,
    });
    return;
  }
  const now = ctx.clock.now();
  const id = newId('commission', now);
  const status = outcome.waits ? 'pending' : 'calculated';
  const created = await insertCommissionOnce(tx, {
    id,
    dealId: deal.id,
    partnerId: engagement.partnerId,
    engagementId: engagement.id,
    direction: outcome.direction,
    planLine: beneficiary.planLine,
    instalment: 1,
    status,
    amountMinor: outcome.amountMinor,
    currency: outcome.currency,
    baseMinor: outcome.baseMinor,
    trace: {
      steps: [why, ...outcome.steps],
      terms: {
        plan: name,
        direction: terms.direction,
        formula: terms.formula,
        base: terms.base,
        trigger: terms.trigger,
        rateBps: terms.rateBps,
        splitPartnerBps: terms.splitPartnerBps,
        flatAmountMinor: terms.flatAmountMinor?.toString() ?? null,
      },
    },
    createdAt: now,
  });
  if (!created) return;
  await recordChange(tx, ctx, {
    action: `commission.${status}`,
    subjectType: 'commission',
    subjectId: id,
    to: status,
    payload: { partnerId: engagement.partnerId, dealId: deal.id },
  });
}

/**
 * The terms in force when the deal was verified. What was begun under an engagement that has ended since earns by the
 * terms in force at its end: ending and verifying at the same moment come to the same.
 */
async function termsOfDeal(tx: Tx, deal: Deal, engagement: Engagement) {
  const sources = (await readTermsSources(tx, [engagement.id])).get(engagement.id);
  invariant(sources && deal.verifiedAt, 'a verified deal has its date, and an engagement its terms');
  const { endedAt } = engagement;
  return termsInForce(sources, endedAt && endedAt < deal.verifiedAt ? endedAt : deal.verifiedAt);
}

/** Where the client looked decides which law counts; where that is not known, every region of the engagement. */
async function closedGate(tx: Tx, deal: Deal, engagement: Engagement): Promise<string | null> {
  const at = deal.verifiedAt ?? deal.createdAt;
  const region = await regionOfDeal(tx, deal);
  const gate = lawGate({ regulated: true }, await listLawDecisions(tx, engagement.partnerTypeCode), {
    regions: region ? [region] : engagement.regions,
    at,
  });
  return gate.open ? null : describeClosedGate(gate);
}

/** The deal's history says why somebody earns nothing; said once, however often the event arrives. */
async function recordNone(
  tx: Tx,
  ctx: Context,
  dealId: string,
  none: { line: Beneficiary['planLine']; reason: string },
): Promise<void> {
  const action = `deal.no_${none.line}_commission`;
  if (await wasRecorded(tx, { subjectId: dealId, action })) return;
  await recordChange(tx, ctx, { action, subjectType: 'deal', subjectId: dealId, reason: none.reason });
}
