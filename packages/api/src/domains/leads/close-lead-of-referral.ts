import type { Tx } from '@goodword/db';
import { canMove, leadMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { emptyClient, getClient, isUnproven } from '../clients/index.ts';
import { withdrawEvidence } from '../consent/index.ts';
import { forgetMessagesAbout } from '../notifications/index.ts';
import { getReferral, type PartnerReferralRow } from '../partner-referrals/index.ts';
import { getLead, type LeadRow, leadTable, updateLead } from './leads.queries.ts';

/**
 * A client opted out of a referral, or never confirmed it before it ended: the lead that came of it is closed, what its
 * form allowed is withdrawn, and a client record that nobody ever proved to be theirs loses its personal values. A second
 * call changes nothing.
 */
export async function closeLeadOfReferral(ctx: Context, referralId: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const referral = await getReferral(tx, referralId);
    const lead = referral?.leadId ? await getLead(tx, referral.leadId) : undefined;
    // Who confirmed stays a client of ours when the referral runs out: its contact data is still there.
    if (!referral || !lead || referral.clientEmail !== null) return;
    await withdrawEvidence(tx, ctx, { clientId: lead.clientId, evidence: referralId });
    await closeLead(tx, ctx, referral, lead);
    const client = await getClient(tx, lead.clientId);
    if (!client || !isUnproven(client)) return;
    await emptyClient(tx, ctx, client.id);
    await updateLead(tx, lead.id, { message: null });
    await forgetMessagesAbout(tx, lead.id);
  });
}

/** Why a lead is lost whose client never said that the address is theirs. */
const reasonOf: Partial<Record<PartnerReferralRow['status'], string>> = {
  expired: 'The client never confirmed the address.',
  rejected: 'The referral was turned down before the client confirmed the address.',
};

async function closeLead(
  tx: Tx,
  ctx: Context,
  referral: PartnerReferralRow,
  { id, status, clientId }: LeadRow,
): Promise<void> {
  const lostReason = referral.confirmedAt === null ? reasonOf[referral.status] : undefined;
  const to = lostReason ? 'lost' : 'closed_by_client';
  if (!canMove(leadMachine, status, to)) return;
  await moveState(tx, ctx, {
    machine: leadMachine,
    table: leadTable,
    id,
    to,
    set: lostReason ? { lostReason } : {},
    payload: { clientId, partnerReferralId: referral.id },
  });
}
