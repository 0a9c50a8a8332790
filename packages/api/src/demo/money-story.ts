import { addDays, addHours } from '../shared/clock.ts';
import type { Procedures } from './stage.ts';
import { type Tale, unlessOvertaken } from './tale.ts';

/** Finance verifies deals and decides commissions every few days, and pays once a month. */
export function tellMoney(tale: Tale): void {
  const { timeline, start } = tale;
  for (let day = 20; day <= 178; day += 4)
    timeline.at(addHours(addDays(start, day), 12), () => verifyDeals(tale));
  for (let day = 22; day <= 176; day += 7)
    timeline.at(addHours(addDays(start, day), 13), () => decideCommissions(tale));
  for (const day of [45, 75, 105, 135, 165])
    timeline.at(addHours(addDays(start, day), 9), () => payOut(tale, day));
  timeline.at(addHours(addDays(start, 176), 16), () => leaveOpenBatch(tale, true));
  timeline.at(addHours(addDays(start, 178), 9), () => leaveOpenBatch(tale, false));
  timeline.at(addHours(addDays(start, 150), 10), () => reverseOne(tale));
}

async function verifyDeals({ stage, staff, random }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const { rows } = await manager.deals.list({ status: 'reported', limit: 100 });
  const verified = await manager.deals.list({ status: 'verified', limit: 100 });
  const closed = new Set(verified.rows.map(({ leadId }) => leadId));
  for (const deal of rows) {
    const ageDays = (stage.now().getTime() - deal.createdAt.getTime()) / 86_400_000;
    if (ageDays < 2) continue;
    if (closed.has(deal.leadId)) {
      await manager.deals.refuse({ id: deal.id, reason: 'The client bought through another partner.' });
    } else if (random.chance(0.08)) {
      await manager.deals.refuse({ id: deal.id, reason: 'The signed contract was never sent.' });
    } else {
      await manager.deals.verify({ id: deal.id });
      closed.add(deal.leadId);
    }
  }
}

/** What becomes of the commissions we owe, in turn. */
const owedFates = [
  'approve',
  'approve',
  'hold',
  'approve',
  'approve',
  'cancel',
  'approve',
  'approve',
] as const;
/** And of those partners owe us. */
const dueFates = ['settle', 'write_off', 'hold', 'leave_overdue', 'cancel', 'invoice', 'approve'] as const;

async function decideCommissions(tale: Tale): Promise<void> {
  const { stage, staff, end } = tale;
  const finance = await stage.as('staff', staff.finance);
  const { rows } = await finance.commissions.list({ status: 'calculated', limit: 100 });
  // The last weeks stay undecided, so that there is something to approve.
  const undecided = rows.filter(({ createdAt }) => createdAt < addDays(end, -14));
  for (const { id, direction } of undecided) {
    if (direction === 'we_pay') await decideOwed(tale, finance, id);
    else await decideDue(tale, finance, id);
  }
}

async function decideOwed(tale: Tale, finance: Procedures, id: string): Promise<void> {
  const fate = owedFates[tale.decided.owed++ % owedFates.length];
  if (fate === 'hold') await finance.commissions.hold({ id, reason: 'Waiting for the tax certificate.' });
  else if (fate === 'cancel')
    await finance.commissions.cancel({ id, reason: 'Entered twice by the partner.' });
  else await finance.commissions.approve({ ids: [id] });
}

async function decideDue(tale: Tale, finance: Procedures, id: string): Promise<void> {
  const { stage, timeline } = tale;
  const fate = dueFates[tale.decided.due++ % dueFates.length];
  if (fate === 'hold')
    await finance.commissions.hold({ id, reason: 'The developer disputes the unit price.' });
  else if (fate === 'cancel')
    await finance.commissions.cancel({ id, reason: 'Agreed as a goodwill gesture.' });
  else await finance.commissions.approve({ ids: [id] });
  if (fate === 'hold' || fate === 'cancel' || fate === 'approve') return;

  const dueAt = addDays(stage.now(), fate === 'invoice' ? 60 : 20);
  await finance.commissions.invoice({ id, dueAt });
  if (fate === 'settle') {
    const reference = `IN-${id.slice(-6).toUpperCase()}`;
    timeline.at(
      addDays(stage.now(), 12),
      async () => void (await finance.commissions.settle({ id, reference })),
    );
  }
  if (fate === 'write_off') {
    const reason = 'The project was cancelled by the authority.';
    timeline.at(
      addDays(stage.now(), 24),
      async () => void (await finance.commissions.writeOff({ id, reason })),
    );
  }
}

async function payOut({ stage, staff }: Tale, day: number): Promise<void> {
  const finance = await stage.as('staff', staff.finance);
  const admin = await stage.as('staff', staff.admin);
  const month = stage.now().toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const ready = await finance.commissions.list({ status: 'approved', direction: 'we_pay', limit: 1 });
  if (ready.rows.length === 0) return;
  const { id } = await finance.payouts.create({ name: `Payout ${month}` });
  await admin.payouts.approve({ id });
  const { items } = await finance.payouts.batch({ id });
  for (const [index, { id: payoutId }] of items.entries()) {
    await finance.payouts.markSent({ payoutId });
    if (day === 105 && index === 0) {
      await finance.payouts.markFailed({ payoutId, reason: 'The bank returned it: account closed.' });
    } else if (day < 165 || index > 0) {
      await finance.payouts.markPaid({
        payoutId,
        reference: `TT-${stage.now().getUTCFullYear()}-${payoutId.slice(-6).toUpperCase()}`,
      });
    }
  }
}

/** One batch that waits to be sent, and one that waits for approval. */
async function leaveOpenBatch({ stage, staff }: Tale, approved: boolean): Promise<void> {
  const finance = await stage.as('staff', staff.finance);
  const ready = await finance.commissions.list({ status: 'approved', direction: 'we_pay', limit: 1 });
  const [first] = ready.rows;
  if (!first) return;
  // What is approved may be outweighed by what the same partner has to give back; then there is nothing to pay yet.
  await unlessOvertaken(
    (async () => {
      const { id } = await finance.payouts.create({
        name: approved ? `Urgent payout ${first.currency}` : 'Payout in preparation',
        currency: approved ? first.currency : undefined,
      });
      if (approved) await (await stage.as('staff', staff.admin)).payouts.approve({ id });
    })(),
  );
}

async function reverseOne({ stage, staff }: Tale): Promise<void> {
  const manager = await stage.as('staff', staff.manager);
  const { rows } = await manager.deals.list({ status: 'verified', limit: 100 });
  const paid = rows.at(-1);
  if (paid)
    await manager.deals.reverse({ id: paid.id, reason: 'The buyer withdrew within the cooling-off period.' });
}
