import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  commissionsOf,
  type GivenLead,
  givenQualifiedLead,
  givenShare,
  givenVerifiedDeal,
} from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { calculateCommissions } from './calculate-commissions.ts';

let world: World;
let partner: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  partner = await givenActivePartner(world, { name: 'Palm Brokers' });
});
afterAll(() => world.close());

const finance = () => world.asStaff('finance');
const onlyCommissionOf = async (dealId: string) => {
  const [id] = await commissionsOf(world, dealId);
  if (!id) throw new Error('the deal has no commission');
  return id;
};
const givenCommission = async (by: GivenPartner = partner, through: 'referral' | 'share' = 'referral') =>
  onlyCommissionOf(await givenVerifiedDeal(world, by, { through }));
const approve = async (...ids: string[]) => (await (await finance()).commissions.approve({ ids })).results;
/** The balance of a partner's account: positive is a debit. */
async function balance(kind: string, partnerId = partner.partnerId): Promise<bigint> {
  const [row] = await world.owner`
    select coalesce(sum(p.amount_minor), 0)::text as sum from ledger_postings p
    join ledger_accounts a on a.id = p.account_id where a.kind = ${kind} and a.partner_id = ${partnerId}`;
  return BigInt(row?.sum);
}
async function expectBooksBalance(): Promise<void> {
  const { currencies } = await (await finance()).ledger.trialBalance();
  expect(currencies.length).toBeGreaterThan(0);
  for (const sheet of currencies) expect(sheet).toMatchObject({ differenceMinor: 0n });
}

test('a verified deal of 1,000,000 earns a broker 120,000, and the partner reads how', async () => {
  const id = await givenCommission();
  const mine = await (await world.asPartner(partner.email)).commissions.mineDetail({ id });
  expect(mine).toMatchObject({
    status: 'calculated',
    line: 'referral',
    amountMinor: 120_000_00n,
    baseMinor: 200_000_00n,
    trace: { steps: expect.arrayContaining(['Deal value: USD 1,000,000.00']) },
  });
});

test('the same event many times, also at once, makes one commission', async () => {
  const dealId = await givenVerifiedDeal(world, partner);
  await Promise.all(Array.from({ length: 10 }, () => calculateCommissions(world.system, dealId)));
  expect(await commissionsOf(world, dealId)).toHaveLength(1);
});

test('who closed the deal and who sent the client both earn, each by its own terms', async () => {
  const sender = await givenActivePartner(world, { type: 'affiliate' });
  const developer = await givenActivePartner(world, { type: 'developer' });
  const lead = await givenQualifiedLead(world, { referredBy: sender, type: 'affiliate' });
  const shareId = await givenShare(world, lead, developer);
  const manager = await world.asStaff('manager');
  const { id } = await manager.deals.report({
    leadId: lead.leadId,
    shareId,
    valueMinor: 2_000_000_00n,
    currency: 'AED',
    closedAt: world.clock.now(),
  });
  await manager.deals.verify({ id });
  await world.settle();
  const { commissions } = await manager.deals.get({ id });
  expect(commissions.map((line) => [line.partnerName, line.direction, line.amountMinor]).sort()).toEqual(
    [
      [developer.name, 'partner_pays', 100_000_00n],
      [sender.name, 'we_pay', 200_000_00n],
    ].sort(),
  );
});

test('a partner that referred the client and closed the deal itself earns once', async () => {
  const lead = await givenQualifiedLead(world, { referredBy: partner });
  const shareId = await givenShare(world, lead, partner);
  const manager = await world.asStaff('manager');
  const { id } = await manager.deals.report({
    leadId: lead.leadId,
    shareId,
    valueMinor: 500_00n,
    currency: 'USD',
    closedAt: world.clock.now(),
  });
  await manager.deals.verify({ id });
  await world.settle();
  expect((await manager.deals.get({ id })).commissions).toHaveLength(1);
});

test('a regulated partner type earns nothing, and the deal says why, once', async () => {
  const lender = await givenActivePartner(world, {
    type: 'lender',
    name: 'Meadow Bank',
    terms: {
      direction: 'we_pay',
      formula: 'percent',
      base: 'deal_value',
      trigger: 'deal_verified',
      rateBps: 500,
    },
  });
  const dealId = await givenVerifiedDeal(world, lender);
  await calculateCommissions(world.system, dealId);
  const deal = await (await finance()).deals.get({ id: dealId });
  expect(deal.commissions).toEqual([]);
  expect(deal.noCommissionReasons).toEqual([
    expect.stringMatching(/^Meadow Bank: Referral fees are regulated/),
  ]);
});

test('volume tiers count the verified deals before, and a reversed one no longer', async () => {
  const developer = await givenActivePartner(world, {
    type: 'developer',
    terms: {
      tiers: [
        { fromDeals: 0, rateBps: 500 },
        { fromDeals: 1, rateBps: 400 },
      ],
    },
  });
  const first = await givenVerifiedDeal(world, developer, { valueMinor: 10_000n, through: 'share' });
  world.clock.advanceMinutes(1);
  const second = await givenVerifiedDeal(world, developer, { valueMinor: 10_000n, through: 'share' });
  world.clock.advanceMinutes(1);
  const manager = await world.asStaff('manager');
  await manager.deals.reverse({ id: first, reason: 'fell through' });
  await manager.deals.reverse({ id: second, reason: 'fell through' });
  const third = await givenVerifiedDeal(world, developer, { valueMinor: 10_000n, through: 'share' });
  const amounts = await Promise.all(
    [first, second, third].map(async (id) => (await manager.deals.get({ id })).commissions[0]?.amountMinor),
  );
  expect(amounts).toEqual([500n, 400n, 500n]);
});

test('which deal came first decides the tier, not which is calculated first', async () => {
  const both = await givenActivePartner(world, {
    type: 'affiliate',
    terms: {
      formula: 'tiers',
      tiers: [
        { fromDeals: 0, rateBps: 500 },
        { fromDeals: 1, rateBps: 400 },
      ],
    },
  });
  const manager = await world.asStaff('manager');
  const verified = async (lead: GivenLead, valueMinor: bigint, shareId?: string) => {
    const closedAt = world.clock.now();
    const { id } = await manager.deals.report({
      leadId: lead.leadId,
      shareId,
      valueMinor,
      currency: 'AED',
      closedAt,
    });
    await manager.deals.verify({ id });
    world.clock.advanceMinutes(1);
    return id;
  };
  const shared = await givenQualifiedLead(world);
  const small = await verified(shared, 10_000_00n, await givenShare(world, shared, both));
  const sent = await givenQualifiedLead(world, { referredBy: both, type: 'affiliate' });
  const large = await verified(sent, 1_000_000_00n);
  for (const id of [large, small]) await calculateCommissions(world.system, id);
  const amounts = await Promise.all(
    [small, large].map(async (id) => (await manager.deals.get({ id })).commissions[0]?.amountMinor),
  );
  expect(amounts).toEqual([500_00n, 40_000_00n]);
  await world.settle();
});

test.each(['rejected', 'expired', 'declined'] as const)(
  'a referral that is %s earns nothing of a later deal, and the deal says why',
  async (referralStatus) => {
    const sender = await givenActivePartner(world, { type: 'affiliate' });
    const lead = await givenQualifiedLead(world, { referredBy: sender, referralStatus, type: 'affiliate' });
    const manager = await world.asStaff('manager');
    const { id } = await manager.deals.report({
      leadId: lead.leadId,
      valueMinor: 1_000_00n,
      currency: 'USD',
      closedAt: world.clock.now(),
    });
    await manager.deals.verify({ id });
    await world.settle();
    const deal = await manager.deals.get({ id });
    expect(deal).toMatchObject({ commissions: [], partnerId: null });
    expect(deal.noCommissionReasons).toEqual([`The referral that brought this client is ${referralStatus}.`]);
  },
);

test('a service commission waits until somebody confirms the delivery', async () => {
  const provider = await givenActivePartner(world, { type: 'service_provider' });
  const id = await givenCommission(provider);
  expect(await (await finance()).commissions.get({ id })).toMatchObject({
    status: 'pending',
    actions: ['confirm', 'cancel'],
  });
  expect(await approve(id)).toMatchObject([{ ok: false, message: expect.stringMatching(/pending/) }]);
  await (await finance()).commissions.confirm({ id, reason: 'Keys handed over' });
  expect(await approve(id)).toEqual([{ id, ok: true, message: null }]);
});

test('approving answers per row: what is refused keeps nothing else back', async () => {
  const [good, held] = [await givenCommission(), await givenCommission()];
  await (await finance()).commissions.hold({ id: held, reason: 'Two claims' });
  const unknown = 'com_00000000000000000000000000';
  expect(await approve(good, held, unknown)).toEqual([
    { id: good, ok: true, message: null },
    { id: held, ok: false, message: expect.stringMatching(/on hold/) },
    { id: unknown, ok: false, message: expect.stringMatching(/does not exist/) },
  ]);
});

test('approval creates the debt, once; a hold keeps it; cancelling ends it', async () => {
  const own = await givenActivePartner(world);
  const id = await givenCommission(own);
  await Promise.all([approve(id), approve(id), approve(id)]);
  expect(await balance('partner_payable', own.partnerId)).toBe(-120_000_00n);

  const { commissions } = await finance();
  await commissions.hold({ id, reason: 'Two claims' });
  await commissions.release({ id });
  expect(await commissions.get({ id })).toMatchObject({ status: 'approved', reason: null });
  expect(await balance('partner_payable', own.partnerId)).toBe(-120_000_00n);

  await commissions.cancel({ id, reason: 'Not theirs' });
  expect(await balance('partner_payable', own.partnerId)).toBe(0n);
  await expectBooksBalance();
});

test('the partner is told once that its commission is approved, with the amount and no word about the client', async () => {
  const own = await givenActivePartner(world);
  const id = await givenCommission(own);
  await approve(id);
  const { commissions } = await finance();
  await commissions.hold({ id, reason: 'Look again' });
  await commissions.release({ id });
  await world.settle();
  const mails = await world.mailsTo(own.email);
  expect(mails.map((mail) => mail.template)).toEqual(['commission-approved']);
  expect(mails[0]?.subject).toContain('USD 120,000.00');
  expect(mails[0]?.html).toContain(`/earnings/${id}`);
  expect(`${mails[0]?.html}${mails[0]?.subject}`).not.toMatch(/Client \d/);
});

test('what a partner owes us: approved, invoiced with a date, overdue by itself, settled', async () => {
  const developer = await givenActivePartner(world, { type: 'developer' });
  const id = await givenCommission(developer, 'share');
  await approve(id);
  const { commissions } = await finance();
  expect(await balance('partner_receivable', developer.partnerId)).toBe(50_000_00n);
  await commissions.invoice({ id });
  await world.tick();
  expect(await commissions.get({ id })).toMatchObject({ status: 'invoiced' });
  expect((await world.mailsTo(developer.email)).map((mail) => mail.subject)).toEqual([
    'Commission of USD 50,000.00, due 1 April 2026',
  ]);

  world.clock.advanceDays(31);
  await world.tick();
  expect(await commissions.get({ id })).toMatchObject({
    status: 'overdue',
    actions: ['settle', 'write_off', 'cancel'],
  });
  await commissions.settle({ id, reference: 'BANK-1' });
  expect(await balance('partner_receivable', developer.partnerId)).toBe(0n);
  expect((await commissions.get({ id })).timeline.map((entry) => entry.to)).toEqual([
    'calculated',
    'approved',
    'invoiced',
    'overdue',
    'settled',
  ]);
  await expectBooksBalance();
  world.clock.advanceDays(-31);
});

test('an overdue claim that is given up lowers the income it raised', async () => {
  const developer = await givenActivePartner(world, { type: 'developer' });
  const id = await givenCommission(developer, 'share');
  await approve(id);
  const { commissions } = await finance();
  await commissions.invoice({ id });
  await expect(commissions.writeOff({ id, reason: 'Too early' })).rejects.toThrow(/cannot become/);
  world.clock.advanceDays(31);
  await world.tick();
  await commissions.writeOff({ id, reason: 'Insolvent' });
  expect(await balance('partner_receivable', developer.partnerId)).toBe(0n);
  await expectBooksBalance();
  world.clock.advanceDays(-31);
});

test('what we owe cannot be invoiced, what they owe cannot be paid out', async () => {
  const id = await givenCommission();
  await approve(id);
  await expect((await finance()).commissions.invoice({ id })).rejects.toThrow(/cannot become invoiced/);
});

test('a reversed deal cancels what is unpaid and ends the debt', async () => {
  const own = await givenActivePartner(world);
  const dealId = await givenVerifiedDeal(world, own);
  const id = await onlyCommissionOf(dealId);
  await approve(id);
  await (await world.asStaff('manager')).deals.reverse({ id: dealId, reason: 'The buyer withdrew' });
  expect(await (await finance()).commissions.get({ id })).toMatchObject({
    status: 'cancelled',
    reason: 'The buyer withdrew',
  });
  expect(await balance('partner_payable', own.partnerId)).toBe(0n);
  await calculateCommissions(world.system, dealId);
  expect(await commissionsOf(world, dealId)).toEqual([id]);
});

test('a settled line of a reversed deal is refunded by an opposite line that names it', async () => {
  const developer = await givenActivePartner(world, { type: 'developer' });
  const dealId = await givenVerifiedDeal(world, developer, { through: 'share' });
  const id = await onlyCommissionOf(dealId);
  await approve(id);
  const { commissions } = await finance();
  await commissions.invoice({ id });
  await commissions.settle({ id });
  await (await world.asStaff('manager')).deals.reverse({ id: dealId, reason: 'fell through' });
  const takeBack = (await commissions.get({ id })).reversedById ?? '';
  expect(await commissions.get({ id: takeBack })).toMatchObject({
    line: 'reversal',
    status: 'calculated',
    amountMinor: -50_000_00n,
    reversesId: id,
  });
  await approve(takeBack);
  expect(await balance('partner_payable', developer.partnerId)).toBe(-50_000_00n);
  await commissions.invoice({ id: takeBack });
  await commissions.settle({ id: takeBack });
  expect(await balance('partner_payable', developer.partnerId)).toBe(0n);
  await expectBooksBalance();
});

test('approve against reverse at the same moment: never approved money on a reversed deal', async () => {
  for (let round = 0; round < 12; round++) {
    const own = await givenActivePartner(world);
    const dealId = await givenVerifiedDeal(world, own);
    const id = await onlyCommissionOf(dealId);
    const manager = await world.asStaff('manager');
    const [approval] = await Promise.all([
      approve(id),
      manager.deals.reverse({ id: dealId, reason: 'fell through' }),
    ]);
    expect(await (await finance()).commissions.get({ id })).toMatchObject({
      status: 'cancelled',
      approvedAt: approval[0]?.ok ? expect.any(Date) : null,
    });
    expect(await balance('partner_payable', own.partnerId)).toBe(0n);
  }
  await expectBooksBalance();
});

test('calculate against reverse at the same moment: nothing is left to be paid', async () => {
  for (let round = 0; round < 12; round++) {
    const lead = await givenQualifiedLead(world, { referredBy: partner });
    const manager = await world.asStaff('manager');
    const { id: dealId } = await manager.deals.report({
      leadId: lead.leadId,
      valueMinor: 1_000_00n,
      currency: 'USD',
      closedAt: world.clock.now(),
    });
    await manager.deals.verify({ id: dealId });
    await Promise.all([
      calculateCommissions(world.system, dealId),
      manager.deals.reverse({ id: dealId, reason: 'fell through' }),
    ]);
    const { commissions } = await manager.deals.get({ id: dealId });
    expect(commissions.filter((line) => line.status !== 'cancelled')).toEqual([]);
  }
  await world.settle();
});

test('a partner sees its own lines and sums, and nothing of another or of the client', async () => {
  const own = await givenActivePartner(world);
  const first = await givenCommission(own);
  const second = await givenCommission(own);
  await approve(second);
  const foreign = await givenCommission();
  const portal = await world.asPartner(own.email);
  const page = await portal.commissions.mine({});
  expect(page.rows.map((row) => row.id).sort()).toEqual([first, second].sort());
  expect(JSON.stringify(page, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toMatch(
    /client/i,
  );
  expect(await portal.commissions.summary()).toEqual({
    currencies: [
      {
        currency: 'USD',
        openMinor: 120_000_00n,
        approvedMinor: 120_000_00n,
        paidMinor: 0n,
        owedToUsMinor: 0n,
        settledToUsMinor: 0n,
      },
    ],
  });
  await expect(portal.commissions.mineDetail({ id: foreign })).rejects.toThrow(/does not exist/);
});

test('the staff list carries names, filters and pages newest first', async () => {
  const own = await givenActivePartner(world, { name: 'List Brokers' });
  for (let n = 0; n < 3; n++) {
    world.clock.advanceMinutes(1);
    await givenCommission(own);
  }
  const { commissions } = await finance();
  const first = await commissions.list({ partnerId: own.partnerId, status: 'calculated', limit: 2 });
  const rest = await commissions.list({
    partnerId: own.partnerId,
    direction: 'we_pay',
    limit: 2,
    cursor: first.nextCursor,
  });
  expect(first.rows).toHaveLength(2);
  expect(rest.rows).toHaveLength(1);
  expect(rest.nextCursor).toBeNull();
  const times = [...first.rows, ...rest.rows].map((row) => row.createdAt.getTime());
  expect(times).toEqual([...times].sort((left, right) => right - left));
  expect(first.rows[0]).toMatchObject({ partnerName: 'List Brokers', partnerTypeName: 'Broker' });
  expect(first.rows[0]?.clientName).toMatch(/^Client/);
});
