import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

/** The rarer turns, so that every state can be looked at. */
export function tellLooseEnds(tale: Tale): void {
  const { timeline, start } = tale;
  timeline.at(addDays(start, 168), () => letReferralsRest(tale));
  timeline.at(addDays(start, 169), () => mergeDuplicate(tale));
  timeline.at(addDays(start, 170), () => withdrawConsent(tale));
  timeline.at(addDays(start, 171), () => withdrawShare(tale));
  timeline.at(addDays(start, 172), () => endInvites(tale));
  timeline.at(addDays(start, 173), () => decideRewards(tale));
  timeline.at(addHours(addDays(start, 175), 8), () => sellThroughDevelopers(tale));
  timeline.at(addHours(addDays(start, 175), 20), () => invoiceOne(tale));
  timeline.at(addDays(start, 174), () => tale.clinic.spend('maya@mail.test', { giveUp: true }));
  timeline.at(addHours(addDays(start, 179), 12), () => shareUnanswered(tale));
  // Once before the batch in preparation is made, and once after it.
  timeline.at(addHours(addDays(start, 177), 14), () => approveSome(tale));
  timeline.at(addHours(addDays(start, 179), 14), () => approveSome(tale));
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
    await coordinator.leads.changeStatus({ id, to: 'merged', reason: 'The same person asked twice.' });
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

const SALES = 4;

/** Developers who sold to clients of ours in the last week owe us for it. */
async function sellThroughDevelopers({ stage, staff, activePartners, partnerId }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const manager = await stage.as('staff', staff.manager);
  const sellers = new Map<string, string>();
  for (const { type, email } of activePartners) {
    if (type === 'developer') sellers.set(await partnerId(email), email);
  }
  const { rows } = await coordinator.leads.list({ status: 'qualified', dir: 'asc', limit: 60 });
  let sold = 0;
  for (const { id: leadId, currency } of rows) {
    if (sold === SALES) break;
    const candidates = await coordinator.shares.candidates({ leadId });
    const seller = candidates.find(
      ({ partnerId: id, eligible, defaultTicks }) =>
        sellers.has(id) && eligible && Object.values(defaultTicks).some(Boolean),
    );
    if (!seller) continue;
    const { engagementId, defaultTicks: ticks } = seller;
    const { id } = await coordinator.shares.create({
      leadId,
      partnerId: seller.partnerId,
      engagementId,
      ticks,
    });
    const owner = await stage.as('partner', sellers.get(seller.partnerId) ?? '');
    await owner.shares.accept({ id });
    await owner.shares.close({ id, outcome: 'won', valueMinor: 1_450_000_00n, currency });
    const reported = await manager.deals.list({ leadId, status: 'reported' });
    for (const deal of reported.rows) await manager.deals.verify({ id: deal.id });
    sold += 1;
  }
}

/** One of them has its invoice already. */
async function invoiceOne({ stage, staff }: Tale): Promise<void> {
  const finance = await stage.as('staff', staff.finance);
  const { rows } = await finance.commissions.list({
    status: 'calculated',
    direction: 'partner_pays',
    limit: 1,
  });
  for (const { id } of rows) {
    await finance.commissions.approve({ ids: [id] });
    await finance.commissions.invoice({ id, dueAt: addDays(stage.now(), 60) });
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

async function withdrawShare({ stage, staff }: Tale): Promise<void> {
  const coordinator = await stage.as('staff', staff.coordinator);
  const { rows } = await coordinator.leads.list({ limit: 100 });
  for (const { id: leadId } of rows.filter(({ openShares }) => openShares > 0).slice(0, 2)) {
    const shares = await coordinator.shares.forLead({ leadId });
    const open = shares.find(({ status }) => status === 'sent' || status === 'accepted');
    if (open)
      await coordinator.shares.withdraw({ id: open.id, reason: 'A colleague looks after this client.' });
  }
}

async function endInvites({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  for (const status of ['converted', 'registered'] as const) {
    const { rows } = await manager.invites.list({ status, limit: 1 });
    const reason = status === 'converted' ? 'The consultation was refunded.' : 'Was a patient here before.';
    for (const { id } of rows) await manager.invites.disqualify({ id, reason });
  }
}

async function decideRewards({ stage, staff }: Tale): Promise<void> {
  const finance = await stage.as('staff', staff.finance);
  const { rows } = await finance.rewards.list({ status: 'available', limit: 6 });
  const [held, cancelled] = rows.filter(({ kind }) => kind === 'credit');
  if (held)
    await finance.rewards.hold({ id: held.id, reason: 'Same address as another patient: being checked.' });
  if (cancelled)
    await finance.rewards.cancel({ id: cancelled.id, reason: 'The friend is a member of staff.' });
}

/** Approved after the last payout: what the next one will pay. */
async function approveSome({ stage, staff }: Tale): Promise<void> {
  const finance = await stage.as('staff', staff.finance);
  for (const direction of ['we_pay', 'partner_pays'] as const) {
    const { rows } = await finance.commissions.list({ status: 'calculated', direction, limit: 20 });
    const some = Math.min(Math.ceil(rows.length / 3), rows.length - 1);
    const ids = rows.slice(0, Math.max(some, 0)).map(({ id }) => id);
    if (ids.length > 0) await finance.commissions.approve({ ids });
  }
}
