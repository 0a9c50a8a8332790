import { expect } from 'vitest';
import type { World } from './world.ts';

/**
 * What every story has to leave behind: postings that sum to zero in each currency, the same said by the trial balance
 * on the screen, and an audit trail that is sealed to its last entry and verifies.
 * @returns the currencies in which money moved
 */
export async function expectBooksInOrder(world: World): Promise<string[]> {
  await world.tick();
  const sums = await world.owner<{ currency: string; sum: string }[]>`
    select a.currency, sum(p.amount_minor)::text as sum
    from ledger_postings p join ledger_accounts a on a.id = p.account_id
    group by a.currency order by a.currency`;
  expect(sums.filter(({ sum }) => sum !== '0')).toEqual([]);
  const { currencies } = await (await world.asStaff('finance')).ledger.trialBalance();
  const moved = currencies.filter(({ debitMinor }) => debitMinor !== 0n);
  expect(moved.map(({ currency }) => currency).sort()).toEqual(sums.map(({ currency }) => currency));
  for (const { differenceMinor } of currencies) expect(differenceMinor).toBe(0n);

  const trail = await (await world.asStaff('auditor')).audit.verify();
  expect(trail).toMatchObject({ intact: true, waiting: 0, problems: [] });
  expect(trail.sealed).toBeGreaterThan(0n);
  return moved.map(({ currency }) => currency);
}
