import { canMove, leadMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { emptyClient, getClient } from '../clients/index.ts';
import { withdrawEvidence } from '../consent/index.ts';
import { getReferral } from '../partner-referrals/index.ts';
import { getLead, leadTable, updateLead } from './leads.queries.ts';

/**
 * A client opted out of a referral: the lead that came of it is closed, what its form allowed is withdrawn, and a
 * client record that nobody ever proved to be theirs loses its personal values. A second call changes nothing.
 */
export async function closeLeadOfOptOut(ctx: Context, referralId: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const referral = await getReferral(tx, referralId);
    const lead = referral?.leadId ? await getLead(tx, referral.leadId) : undefined;
    if (!lead) return;
    await withdrawEvidence(tx, ctx, { clientId: lead.clientId, evidence: referralId });
    if (canMove(leadMachine, lead.status, 'closed_by_client')) {
      await moveState(tx, ctx, {
        machine: leadMachine,
        table: leadTable,
        id: lead.id,
        to: 'closed_by_client',
        payload: { clientId: lead.clientId, partnerReferralId: referralId },
      });
    }
    const client = await getClient(tx, lead.clientId);
    if (client?.emailVerifiedAt === null && client.emailNormalised === null && client.email !== null) {
      await emptyClient(tx, ctx, client.id);
      await updateLead(tx, lead.id, { message: null });
    }
  });
}
