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

type Act = () => Promise<unknown>;

/** What people can do, on whatever row the draw hits. The way to the money is drawn more often than the ways out. */
async function step(draw: number, seat: number): Promise<boolean> {
  const finance = await world.asStaff('finance');
  const admin = await world.asStaff('admin');
  const reason = 'drawn';
  const commission = () => pick('commissions', draw);
  const payout = () => pick('payouts', draw);
  const partner = partners[draw % partners.length];
  const acts: [number, Act][] = [
    [6, async () => finance.commissions.approve({ ids: [await commission()] })],
    [2, async () => finance.commissions.confirm({ id: await commission(), reason })],
    [2, async () => finance.commissions.hold({ id: await commission(), reason })],
    [2, async () => finance.commissions.release({ id: await commission() })],
    [1, async () => finance.commissions.cancel({ id: await commission(), reason })],
    [3, async () => finance.commissions.invoice({ id: await commission() })],
    [3, async () => finance.commissions.settle({ id: await commission() })],
    [3, async () => finance.payouts.create({ name: `Run ${draw}` })],
    [4, async () => admin.payouts.approve({ id: await pick('payout_batches', draw) })],
    [5, async () => admin.payouts.markSent({ payoutId: await payout() })],
    [5, async () => admin.payouts.markPaid({ payoutId: await payout(), reference: `BANK-${draw}` })],
    [1, async () => admin.payouts.markFailed({ payoutId: await payout(), reason })],
    [1, async () => admin.deals.reverse({ id: await pick('deals', draw), reason })],
    [
      2,
      async () =>
        partner &&
        seat === 0 &&
        givenVerifiedDeal(world, partner, { valueMinor: BigInt(draw) + 1n, through: 'share' }),
    ],
  ];
  const wheel = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));
  const act = wheel[draw % wheel.length];
  return act ? orRefused(act) : false;
}

/** Pays out all that can be paid now. */
async function payEverything(): Promise<void> {
  const finance = await world.asStaff('finance');
  const admin = await world.asStaff('admin');
  await orRefused(() => finance.payouts.create({ name: 'The rest' }));
  const { rows } = await finance.payouts.batches({ limit: 100 });
  for (const { id } of rows) {
    await orRefused(() => admin.payouts.approve({ id }));
    for (const { id: payoutId } of (await finance.payouts.batch({ id })).items) {
      await orRefused(() => admin.payouts.markSent({ payoutId }));
      await orRefused(() => admin.payouts.markPaid({ payoutId, reference: 'BANK-END' }));
    }
  }
}

/** Rows where the ledger and the lines disagree about a partner, and payouts that are not the sum of their lines. */
async function disagreements() {
  const balances = await world.owner`
    with open_lines as (
      select partner_id, currency,
             (direction = 'we_pay') = (amount_minor > 0) as we_owe, abs(amount_minor) as size
      from commissions
      where approved_at is not null and status in ('approved', 'held', 'scheduled', 'invoiced', 'overdue')
    ), expected as (
      select partner_id, currency, case when we_owe then 'partner_payable' else 'partner_receivable' end as kind,
             sum(case when we_owe then -size else size end) as amount
      from open_lines group by 1, 2, 3
    ), posted as (
      select p.partner_id, p.currency, a.kind, sum(p.amount_minor) as amount
      from ledger_postings p join ledger_accounts a on a.id = p.account_id
      where a.kind in ('partner_payable', 'partner_receivable') group by 1, 2, 3
    )
    select * from expected full join posted using (partner_id, currency, kind)
    where coalesce(expected.amount, 0) <> coalesce(posted.amount, 0)`;
  const payouts = await world.owner`
    select p.id from payouts p left join commissions c on c.payout_id = p.id
    where p.status in ('scheduled', 'sent', 'paid')
    group by p.id having coalesce(sum(c.amount_minor), 0) <> p.amount_minor`;
  const { currencies } = await (await world.asStaff('finance')).ledger.trialBalance();
  return [...balances, ...payouts, ...currencies.filter((sheet) => sheet.differenceMinor !== 0n)];
}

test('300 drawn commands, three at a time: the ledger says per partner exactly what the open lines say', async () => {
  for (const partner of partners) {
    for (const valueMinor of [1_000_00n, 33_333n, 777_777_77n])
      await givenVerifiedDeal(world, partner, { valueMinor, through: 'share' });
  }
  const draws = fc.sample(fc.noBias(fc.nat({ max: 1_000_000 })), { numRuns: 300, seed: 11 });
  let done = 0;
  for (let n = 0; n < draws.length; n += 3) {
    const wave = draws.slice(n, n + 3).map((draw, seat) => step(draw, seat));
    done += (await Promise.all(wave)).filter(Boolean).length;
  }
  await world.settle();
  expect(done).toBeGreaterThan(30);
  expect(await disagreements()).toEqual([]);

  await payEverything();
  expect(await disagreements()).toEqual([]);
  const [waiting] = await world.owner`
    select count(*)::int as n from payouts where status in ('scheduled', 'sent')`;
  expect(waiting?.n).toBe(0);
}, 120_000);
