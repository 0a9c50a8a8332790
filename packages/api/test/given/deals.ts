import { leadShares, leads, partnerReferrals } from '@goodword/db/schema';
import type { LeadShareStatus, PartnerReferralStatus } from '@goodword/db/vocabulary';
import { eq } from 'drizzle-orm';
import { inScope } from '../../src/platform/context.ts';
import { addDays } from '../../src/shared/clock.ts';
import { newId } from '../../src/shared/id.ts';
import { givenClient, givenConsent, givenLead } from './clients.ts';
import type { GivenPartner } from './partners.ts';
import type { World } from './world.ts';

export interface GivenLead {
  leadId: string;
  clientId: string;
  referralId: string | null;
}

/**
 * A qualified lead; with a partner given, of a client whom that partner sent to us and who lets us tell it how it goes,
 * unless `untold`.
 */
export async function givenQualifiedLead(
  world: World,
  options: {
    referredBy?: GivenPartner;
    referralStatus?: PartnerReferralStatus;
    type?: string;
    untold?: boolean;
  } = {},
): Promise<GivenLead> {
  const client = await givenClient(world);
  const leadId = await givenLead(world, client.clientId, { status: 'qualified' });
  const { referredBy } = options;
  if (!referredBy) return { leadId, clientId: client.clientId, referralId: null };

  const now = world.clock.now();
  const referralId = newId('partnerReferral', now);
  await inScope(world.system, async (tx) => {
    await tx.insert(partnerReferrals).values({
      id: referralId,
      partnerId: referredBy.partnerId,
      engagementId: referredBy.engagementId,
      partnerTypeCode: options.type ?? 'broker',
      source: 'website',
      status: options.referralStatus ?? 'accepted',
      clientName: client.name,
      clientEmail: client.email,
      emailHash: client.email,
      details: {},
      clientId: client.clientId,
      leadId,
      submittedAt: now,
      acceptedAt: now,
      expiresAt: addDays(now, 30),
    });
    await tx.update(leads).set({ partnerReferralId: referralId }).where(eq(leads.id, leadId));
  });
  if (!options.untold) {
    await givenConsent(world, client.clientId, {
      purpose: 'referral_report',
      scope: 'report_to_referrer',
      recipientKind: 'partner',
      recipient: referredBy.partnerId,
    });
  }
  return { leadId, clientId: client.clientId, referralId };
}

/** A lead share that the partner took on. */
export async function givenShare(
  world: World,
  lead: GivenLead,
  partner: GivenPartner,
  status: LeadShareStatus = 'in_progress',
): Promise<string> {
  const now = world.clock.now();
  const id = newId('leadShare', now);
  await inScope(world.system, (tx) =>
    tx.insert(leadShares).values({
      id,
      leadId: lead.leadId,
      clientId: lead.clientId,
      partnerId: partner.partnerId,
      engagementId: partner.engagementId,
      partnerTypeCode: 'broker',
      status,
      tickContact: true,
      tickBudget: true,
      tickRequirements: true,
      sharedBy: 'test',
      sentAt: now,
      answerBy: addDays(now, 3),
    }),
  );
  return id;
}

/** A verified deal with its commissions calculated: on a lead, of a client the partner referred, or of a lead shared with it. */
export async function givenVerifiedDeal(
  world: World,
  partner: GivenPartner,
  options: {
    valueMinor?: bigint;
    currency?: string;
    through?: 'referral' | 'share';
    untold?: boolean;
    lead?: GivenLead;
  } = {},
): Promise<string> {
  const shared = options.through === 'share';
  const { untold } = options;
  const lead =
    options.lead ?? (await givenQualifiedLead(world, shared ? {} : { referredBy: partner, untold }));
  const shareId = shared ? await givenShare(world, lead, partner) : undefined;
  const manager = await world.asStaff('manager');
  const { id } = await manager.deals.report({
    leadId: lead.leadId,
    shareId,
    valueMinor: options.valueMinor ?? 1_000_000_00n,
    currency: options.currency ?? 'USD',
    closedAt: world.clock.now(),
  });
  await manager.deals.verify({ id });
  await world.settle();
  return id;
}

/** Ids of the commissions of a deal, oldest first. */
export async function commissionsOf(world: World, dealId: string): Promise<string[]> {
  const rows = await world.owner<{ id: string }[]>`
    select id from commissions where deal_id = ${dealId} order by created_at, id`;
  return rows.map((row) => row.id);
}
