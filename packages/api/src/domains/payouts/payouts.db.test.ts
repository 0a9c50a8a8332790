import { afterEach, beforeEach, expect, test } from 'vitest';
import { commissionsOf, givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let partner: GivenPartner;

beforeEach(async () => {
  world = await World.open();
  partner = await givenActivePartner(world, { name: 'Palm Brokers' });
  // Two people who may decide about money, so that one checks the other.
  await world.staff('admin');
  await world.staff('finance');
});
afterEach(() => world.close());

const finance = () => world.asStaff('finance');
const admin = () => world.asStaff('admin');

/** A commission that is approved and waits to be paid. */
async function givenApproved(by: GivenPartner = partner, valueMinor = 1_000_000_00n) {
  const dealId = await givenVerifiedDeal(world, by, { valueMinor });
  const [id = ''] = await commissionsOf(world, dealId);
  await (await finance()).commissions.approve({ ids: [id] });
  return { dealId, id };
}
async function givenApprovedBatch(name = 'March') {
  const { id } = await (await finance()).payouts.create({ name });
  await (await admin()).payouts.approve({ id });
  return (await finance()).payouts.batch({ id });
}
async function pay(payoutId: string, reference = 'BANK-7') {
  const { payouts } = await finance();
  await payouts.markSent({ payoutId });
  await payouts.markPaid({ payoutId, reference });
}
const only = <T>(list: readonly T[]): T => {
  if (list.length !== 1 || list[0] === undefined) throw new Error(`expected one, found ${list.length}`);
  return list[0];
};
const statusOf = async (id: string) => (await (await finance()).commissions.get({ id })).status;
/** Balances by account kind in USD; refuses books that do not balance. */
async function books() {
  const { currencies } = await (await finance()).ledger.trialBalance();
  for (const sheet of currencies) expect(sheet.differenceMinor).toBe(0n);
  const usd = currencies.find((sheet) => sheet.currency === 'USD');
  return Object.fromEntries((usd?.accounts ?? []).map((account) => [account.kind, account.balanceMinor]));
}
const reverse = async (dealId: string) =>
  (await world.asStaff('manager')).deals.reverse({ id: dealId, reason: 'The buyer withdrew' });

test('from a report to the money: the partner sees each step, gets the mails, and the books balance', async () => {
  const { id } = await givenApproved();
  const batch = await givenApprovedBatch();
  expect(batch).toMatchObject({
    status: 'approved',
    createdByName: 'finance person',
    approvedByName: 'admin person',
    payouts: 1,
    totals: [{ currency: 'USD', amountMinor: 120_000_00n }],
    items: [{ partnerName: 'Palm Brokers', status: 'scheduled', lines: [{ commissionId: id }] }],
  });
  await pay(only(batch.items).id);
  await world.settle();

  const portal = await world.asPartner(partner.email);
  expect(only((await portal.payouts.mine({})).rows)).toMatchObject({
    status: 'paid',
    amountMinor: 120_000_00n,
    reference: 'BANK-7',
    lines: [{ commissionId: id, amountMinor: 120_000_00n }],
  });
  const mine = await portal.commissions.mineDetail({ id });
  expect(mine).toMatchObject({ status: 'paid', payoutReference: 'BANK-7' });
  expect(mine.steps.map((step) => step.key)).toEqual(['calculated', 'approved', 'sent', 'paid']);
  expect((await world.mailsTo(partner.email)).map((mail) => mail.template).sort()).toEqual([
    'commission-approved',
    'payout-paid',
  ]);
  expect((await (await finance()).payouts.batch({ id: batch.id })).status).toBe('completed');
  expect(await books()).toEqual({
    commission_expense: 120_000_00n,
    partner_payable: 0n,
    cash_clearing: -120_000_00n,
  });
});

test('who made a batch cannot approve it while a colleague can, and is told so beforehand', async () => {
  await givenApproved();
  const { payouts } = await finance();
  const { id } = await payouts.create({ name: 'March' });
  expect((await payouts.batch({ id })).approvalHindrance).toMatch(/somebody else/);
  expect((await (await admin()).payouts.batch({ id })).approvalHindrance).toBeNull();
  await expect(payouts.approve({ id })).rejects.toThrow(/somebody else/);
  expect((await payouts.batch({ id })).status).toBe('draft');
});

test('the only person for money may approve their own batch', async () => {
  await givenApproved();
  await world.owner`update accounts set disabled_at = now() where staff_role = 'admin'`;
  const { payouts } = await finance();
  const { id } = await payouts.create({ name: 'March' });
  await payouts.approve({ id });
  expect((await payouts.batch({ id })).status).toBe('approved');
});

test('a partner hears of a payout once its batch is approved, not of a draft that may still change', async () => {
  const { id } = await givenApproved();
  const { payouts } = await finance();
  const batch = await payouts.create({ name: 'March' });
  const portal = await world.asPartner(partner.email);
  expect((await portal.payouts.mine({})).rows).toEqual([]);
  expect(await portal.commissions.mineDetail({ id })).toMatchObject({
    payoutId: null,
    payoutReference: null,
  });

  await (await admin()).payouts.approve({ id: batch.id });
  const released = only((await portal.payouts.mine({})).rows);
  expect(released).toMatchObject({ status: 'scheduled', lines: [{ commissionId: id }] });
  expect((await portal.commissions.mineDetail({ id })).payoutId).toBe(released.id);
});

test('nothing leaves from a batch that nobody approved', async () => {
  await givenApproved();
  const { payouts } = await finance();
  const { id } = await payouts.create({ name: 'March' });
  const payoutId = only((await payouts.batch({ id })).items).id;
  await expect(payouts.markSent({ payoutId })).rejects.toThrow(/Approve the batch first/);
  await expect(payouts.markPaid({ payoutId, reference: 'BANK-7' })).rejects.toThrow(/cannot become paid/);
});

test('two batches at the same moment never take a commission twice', async () => {
  const others = [await givenActivePartner(world), await givenActivePartner(world)];
  for (let n = 0; n < 3; n++) for (const by of [partner, ...others]) await givenApproved(by);
  const { payouts } = await finance();
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) => payouts.create({ name: `Run ${n}` })),
  );
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);

  const batch = await payouts.batch({ id: only((await payouts.batches({})).rows).id });
  const taken = batch.items.flatMap((item) => item.lines.map((line) => line.commissionId));
  expect(taken).toHaveLength(9);
  expect(new Set(taken).size).toBe(9);
  expect(batch.items.map((item) => item.amountMinor)).toEqual([360_000_00n, 360_000_00n, 360_000_00n]);
});

test('marked paid twice at once, the money is posted once', async () => {
  await givenApproved();
  const payoutId = only((await givenApprovedBatch()).items).id;
  const { payouts } = await finance();
  await payouts.markSent({ payoutId });
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) => payouts.markPaid({ payoutId, reference: `BANK-${n}` })),
  );
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await books()).toMatchObject({ cash_clearing: -120_000_00n, partner_payable: 0n });
});

test('the last two payouts of a batch ending at once complete it', async () => {
  const other = await givenActivePartner(world);
  await givenApproved();
  await givenApproved(other);
  const batch = await givenApprovedBatch();
  const { payouts } = await finance();
  for (const item of batch.items) await payouts.markSent({ payoutId: item.id });
  await Promise.all(
    batch.items.map((item, n) => payouts.markPaid({ payoutId: item.id, reference: `BANK-${n}` })),
  );
  expect(await payouts.batch({ id: batch.id })).toMatchObject({
    status: 'completed',
    completedAt: expect.any(Date),
  });
});

test('a failed payout gives its commissions back to the next batch', async () => {
  const { id } = await givenApproved();
  const { payouts } = await finance();
  const payoutId = only((await givenApprovedBatch()).items).id;
  await payouts.markSent({ payoutId });
  await payouts.markFailed({ payoutId, reason: 'Account closed' });
  expect(await statusOf(id)).toBe('approved');
  expect(await books()).toMatchObject({ partner_payable: -120_000_00n });

  const again = await givenApprovedBatch('April');
  await pay(only(again.items).id);
  expect(await statusOf(id)).toBe('paid');
  expect(await books()).toMatchObject({ partner_payable: 0n, cash_clearing: -120_000_00n });
});

test('a paid commission of a reversed deal is set off against the next payout', async () => {
  const first = await givenApproved();
  await pay(only((await givenApprovedBatch()).items).id);
  await reverse(first.dealId);
  const { commissions, payouts } = await finance();
  const takeBack = (await commissions.get({ id: first.id })).reversedById ?? '';
  await commissions.approve({ ids: [takeBack] });
  expect(await books()).toMatchObject({ partner_receivable: 120_000_00n, partner_payable: 0n });
  await expect(payouts.create({ name: 'April' })).rejects.toThrow(/Nothing is approved/);

  await givenApproved(partner, 1_500_000_00n);
  const batch = await givenApprovedBatch('April');
  expect(only(batch.items)).toMatchObject({ amountMinor: 60_000_00n, lines: [{}, {}] });
  await pay(only(batch.items).id);
  expect(await books()).toEqual({
    commission_expense: 180_000_00n,
    partner_payable: 0n,
    partner_receivable: 0n,
    cash_clearing: -180_000_00n,
  });
  expect(await statusOf(takeBack)).toBe('paid');
});

test('a deal reversed before its payout left: the payout is made smaller, or ends when nothing is left', async () => {
  const [first, second] = [await givenApproved(), await givenApproved()];
  const batch = await givenApprovedBatch();
  const { payouts } = await finance();
  await reverse(first.dealId);
  expect(only((await payouts.batch({ id: batch.id })).items)).toMatchObject({
    status: 'scheduled',
    amountMinor: 120_000_00n,
    lines: [{ commissionId: second.id }],
  });
  expect(await statusOf(first.id)).toBe('cancelled');
  await reverse(second.dealId);
  expect(await payouts.batch({ id: batch.id })).toMatchObject({
    status: 'completed',
    totals: [{ currency: 'USD', amountMinor: 0n }],
    items: [{ status: 'failed', failureReason: 'The buyer withdrew' }],
  });
  expect(await books()).toEqual({ commission_expense: 0n, partner_payable: 0n });
});

test('a deal reversed while its payout is at the bank is taken back; if the payout fails both lines end', async () => {
  const { dealId, id } = await givenApproved();
  const payoutId = only((await givenApprovedBatch()).items).id;
  const { payouts, commissions } = await finance();
  await payouts.markSent({ payoutId });
  await reverse(dealId);
  const takeBack = (await commissions.get({ id })).reversedById ?? '';
  expect(await statusOf(id)).toBe('scheduled');
  await commissions.approve({ ids: [takeBack] });

  await payouts.markFailed({ payoutId, reason: 'Account closed' });
  expect(await statusOf(id)).toBe('cancelled');
  expect(await statusOf(takeBack)).toBe('cancelled');
  expect(await books()).toEqual({ commission_expense: 0n, partner_payable: 0n, partner_receivable: 0n });
});

test('a deal reversed at the moment its payout is marked paid ends either way with balanced books', async () => {
  for (let round = 0; round < 8; round++) {
    const own = await givenActivePartner(world);
    const { dealId, id } = await givenApproved(own);
    const batch = await givenApprovedBatch(`Run ${round}`);
    const payoutId = batch.items.find((item) => item.partnerId === own.partnerId)?.id ?? '';
    const [paid, reversed] = await Promise.allSettled([pay(payoutId), reverse(dealId)]);
    expect(reversed.status).toBe('fulfilled');
    const line = await (await finance()).commissions.get({ id });
    if (paid.status === 'fulfilled') {
      expect(line.status).toBe('paid');
      expect(line.reversedById).not.toBeNull();
    } else {
      expect(['cancelled', 'scheduled']).toContain(line.status);
    }
    await books();
  }
});

test('what is in a payout can neither be approved again nor cancelled behind its back', async () => {
  const { id } = await givenApproved();
  await givenApprovedBatch();
  expect((await (await finance()).commissions.approve({ ids: [id] })).results).toMatchObject([
    { ok: false, message: expect.stringMatching(/in a payout/) },
  ]);
  expect(await statusOf(id)).toBe('scheduled');
  await expect((await finance()).commissions.cancel({ id, reason: 'Mistake' })).rejects.toThrow(
    /in a payout/,
  );
});

test('a batch in one currency leaves the others for later', async () => {
  await givenApproved();
  const other = await givenActivePartner(world);
  const dealId = await givenVerifiedDeal(world, other, { currency: 'AED' });
  await (await finance()).commissions.approve({ ids: await commissionsOf(world, dealId) });
  const { payouts } = await finance();
  const { id } = await payouts.create({ name: 'Dirhams', currency: 'AED' });
  expect((await payouts.batch({ id })).totals).toEqual([{ currency: 'AED', amountMinor: 120_000_00n }]);
  await expect(payouts.create({ name: 'Dirhams', currency: 'AED' })).rejects.toThrow(/Nothing in AED/);
});

test('a partner sees its own payouts only, and the ledger names holder and sides', async () => {
  const other = await givenActivePartner(world);
  await givenApproved(other);
  const batch = await givenApprovedBatch();
  await pay(only(batch.items).id);
  expect((await (await world.asPartner(partner.email)).payouts.mine({})).rows).toEqual([]);
  const page = await (await finance()).ledger.transactions({ partnerId: other.partnerId });
  expect(page.rows.map((row) => row.kind).sort()).toEqual(['commission_approved', 'payout_paid']);
  const paid = page.rows.find((row) => row.kind === 'payout_paid');
  expect(paid?.postings).toEqual([
    { accountKind: 'partner_payable', holderName: other.name, currency: 'USD', amountMinor: 120_000_00n },
    { accountKind: 'cash_clearing', holderName: null, currency: 'USD', amountMinor: -120_000_00n },
  ]);
});

test('a deal reversed at the moment a batch is made leaves nothing of it in the batch', async () => {
  const other = await givenActivePartner(world);
  for (let round = 0; round < 8; round++) {
    const { dealId, id } = await givenApproved();
    await givenApproved(other);
    const { payouts, commissions } = await finance();
    const [made, reversed] = await Promise.allSettled([
      payouts.create({ name: `Run ${round}` }),
      reverse(dealId),
    ]);
    if (reversed.status === 'rejected') {
      expect(String(reversed.reason)).toMatch(/try again/);
      await reverse(dealId);
    }
    expect(await commissions.get({ id })).toMatchObject({ status: 'cancelled', reversedById: null });
    if (made.status === 'fulfilled') {
      const { items } = await payouts.batch({ id: made.value.id });
      const open = items.filter((item) => item.status === 'scheduled');
      expect(open.flatMap((item) => item.lines.map((line) => line.commissionId))).not.toContain(id);
      for (const item of open) {
        expect(item.amountMinor).toBe(item.lines.reduce((sum, line) => sum + line.amountMinor, 0n));
      }
    }
    await books();
  }
});
