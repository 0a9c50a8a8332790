import { TRPCError } from '@trpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let partners: GivenPartner[];

beforeAll(async () => {
  world = await World.open();
  await world.staff('admin');
  await world.staff('finance');
  partners = [
    await givenActivePartner(world, { type: 'broker' }),
    await givenActivePartner(world, { type: 'affiliate' }),
    await givenActivePartner(world, { type: 'developer' }),
    await givenActivePartner(world, { type: 'service_provider' }),
  ];
});
afterAll(() => world.close());

/** A refusal is an answer; anything else that goes wrong is a bug. */
async function orRefused(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return false;
    throw error;
  }
}

async function pick(table: string, draw: number): Promise<string> {
  const rows = await world.owner<{ id: string }[]>`select id from ${world.owner(table)} order by id`;
  return rows[draw % Math.max(rows.length, 1)]?.id ?? `com_${'0'.repeat(26)}`;
}

/** What people and time can do, three at once, on whatever row the draw hits. */
async function step(draw: number, seat: number): Promise<boolean> {
  const finance = await world.asStaff('finance');
  const admin = await world.asStaff('admin');
  const reason = 'drawn';
  const commission = () => pick('commissions', draw);
  const payout = () => pick('payouts', draw);
  const partner = partners[draw % partners.length];
  const acts: (() => Promise<unknown>)[] = [
    async () =>
      finance.commissions.approve({ ids: [await commission(), await pick('commissions', draw * 7)] }),
    async () =>
      finance.commissions.approve({ ids: [await commission(), await pick('commissions', draw * 3)] }),
    async () => finance.commissions.confirm({ id: await commission(), reason }),
    async () => finance.commissions.hold({ id: await commission(), reason }),
    async () => finance.commissions.release({ id: await commission() }),
    async () => finance.commissions.cancel({ id: await commission(), reason }),
    async () => finance.commissions.invoice({ id: await commission() }),
    async () => finance.commissions.settle({ id: await commission() }),
    async () => finance.payouts.create({ name: `Run ${draw}` }),
    async () => admin.payouts.approve({ id: await pick('payout_batches', draw) }),
    async () => admin.payouts.markSent({ payoutId: await payout() }),
    async () => admin.payouts.markPaid({ payoutId: await payout(), reference: `BANK-${draw}` }),
    async () =>
      admin.payouts.markPaid({ payoutId: await pick('payouts', draw * 5), reference: `BANK-${draw}` }),
    async () => admin.payouts.markFailed({ payoutId: await payout(), reason }),
    async () => admin.deals.reverse({ id: await pick('deals', draw), reason }),
    async () => partner && seat === 0 && givenVerifiedDeal(world, partner, { valueMinor: BigInt(draw) + 1n }),
  ];
  const act = acts[draw % acts.length];
  return act ? orRefused(act) : false;
}

test('300 drawn commands, three at a time: balances equal what the open lines say, per partner', async () => {
  for (const partner of partners) {
    for (const valueMinor of [1_000_00n, 33_333n, 777_777_77n])
      await givenVerifiedDeal(world, partner, { valueMinor });
  }
  const draws = fc.sample(fc.noBias(fc.nat({ max: 1_000_000 })), { numRuns: 300, seed: 11 });
  let done = 0;
  for (let n = 0; n < draws.length; n += 3) {
    const wave = draws.slice(n, n + 3).map((draw, seat) => step(draw, seat));
    done += (await Promise.all(wave)).filter(Boolean).length;
  }
  await world.settle();
  expect(done).toBeGreaterThan(60);

  const differences = await world.owner`
    with open_lines as (
      select partner_id, currency, amount_minor,
             case when (direction = 'we_pay') = (amount_minor > 0) then 'partner_payable' else 'partner_receivable' end as kind,
             abs(amount_minor) * case when (direction = 'we_pay') = (amount_minor > 0) then -1 else 1 end as owed
      from commissions
      where approved_at is not null and status in ('approved', 'held', 'scheduled', 'invoiced', 'overdue')
    ), expected as (
      select partner_id, currency, kind, sum(owed) as amount from open_lines group by 1, 2, 3
    ), posted as (
      select p.partner_id, p.currency, a.kind, sum(p.amount_minor) as amount
      from ledger_postings p join ledger_accounts a on a.id = p.account_id
      where a.kind in ('partner_payable', 'partner_receivable') group by 1, 2, 3
    )
    select * from expected full join posted using (partner_id, currency, kind)
    where coalesce(expected.amount, 0) <> coalesce(posted.amount, 0)`;
  expect(differences).toEqual([]);

  const wrongPayouts = await world.owner`
    select p.id from payouts p left join commissions c on c.payout_id = p.id
    where p.status in ('scheduled', 'sent', 'paid')
    group by p.id having coalesce(sum(c.amount_minor), 0) <> p.amount_minor`;
  expect(wrongPayouts).toEqual([]);

  const { currencies } = await (await world.asStaff('finance')).ledger.trialBalance();
  expect(currencies.map((sheet) => sheet.differenceMinor)).toEqual([0n]);
  const kinds = currencies.flatMap((sheet) => sheet.accounts.map((account) => account.kind));
  expect(kinds).toEqual(expect.arrayContaining(['cash_clearing', 'partner_payable', 'partner_receivable']));
}, 120_000);
