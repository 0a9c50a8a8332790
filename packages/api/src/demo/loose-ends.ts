import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

/** The rarer turns, so that every state can be looked at. */
export function tellLooseEnds(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addDays(start, 168), () => letReferralsRest(tale));
  timeline.at(addDays(start, 169), () => mergeDuplicate(tale));
  timeline.at(addDays(start, 170), () => withdrawConsent(tale));
  timeline.at(addHours(addDays(start, 179), 12), () => shareUnanswered(tale));
}

async function letReferralsRest({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.referrals.list({ status: 'accepted', dir: 'asc', limit: 3 });
  for (const { id } of rows) {
    await coordinator.referrals.changeStatus({
      id,
      to: 'dormant',
      reason: 'The client asked for a call next year.',
    });
  }
}

async function mergeDuplicate({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.leads.list({ status: 'contacted', limit: 2 });
  for (const { id } of rows) {
    await coordinator.leads.changeStatus({ id, to: 'merged', reason: 'The same person wrote twice.' });
  }
}

/** Two clients call and take back what they allowed; their open shares end at once. */
async function withdrawConsent({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.leads.list({ status: 'qualified', limit: 60 });
  const shared = rows.filter(({ openShares }) => openShares > 0).slice(0, 2);
  for (const lead of shared) {
    const { consents } = await coordinator.leads.get({ id: lead.id });
    for (const consent of consents.filter(
      ({ decision, purpose }) => decision === 'granted' && purpose === 'lead_sharing',
    )) {
      await coordinator.consents.record({
        clientId: lead.clientId,
        purpose: consent.purpose,
        recipientKind: consent.recipientKind,
        recipient: consent.recipient,
        scopes: [consent.scope],
        decision: 'withdrawn',
        channel: 'phone',
        evidence: 'Call noted by the coordinator.',
      });
    }
  }
}

/** Shares that just went out and wait for an answer. */
async function shareUnanswered({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.leads.list({ status: 'qualified', limit: 60 });
  let sent = 0;
  for (const { id: leadId, openShares } of rows) {
    if (sent === 6) break;
    if (openShares > 0) continue;
    const candidates = await coordinator.shares.candidates({ leadId });
    const candidate = candidates.find(
      ({ eligible, defaultTicks }) => eligible && Object.values(defaultTicks).some(Boolean),
    );
    if (!candidate) continue;
    const { partnerId, engagementId, defaultTicks } = candidate;
    await coordinator.shares.create({ leadId, partnerId, engagementId, ticks: defaultTicks });
    sent += 1;
  }
}
