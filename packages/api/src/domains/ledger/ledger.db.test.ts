import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cause, storyParts, tellMoneyStory } from '../../../test/given/money-story.ts';
import { World } from '../../../test/given/world.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { credit, debit, type Posting, postTransaction } from './index.ts';
import { callPostTransaction } from './ledger.queries.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
  await world.staff('finance');
});
afterAll(() => world.close());

const post = (cause: Cause, ctx: Context = world.system) =>
  inScope(ctx, (tx) => postTransaction(tx, ctx, cause));
const cash = (amountMinor: bigint): Posting => ({ kind: 'cash_clearing', currency: 'USD', amountMinor });
const expense = (amountMinor: bigint): Posting => ({
  kind: 'commission_expense',
  currency: 'USD',
  amountMinor,
});
const entry = (referenceId: string, amountMinor = 100n): Cause => ({
  kind: 'test',
  referenceId,
  postings: [debit(expense(amountMinor)), credit(cash(amountMinor))],
});
const countOf = async (referenceId: string) => {
  const [row] = await world.owner`
    select count(*)::int as n from ledger_postings p join ledger_transactions t on t.id = p.transaction_id
    where t.reference_id = ${referenceId}`;
  return row?.n;
};

test('one cause posted by many at once is written once, and the others are told', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(entry('once'))));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await countOf('once')).toBe(2);
});

test('the database refuses what does not balance even past our own check, and keeps nothing of it', async () => {
  const now = world.clock.now();
  const write = (postings: Posting[]) =>
    inScope(world.system, (tx) =>
      callPostTransaction(tx, {
        id: 'ltx_unbalanced',
        kind: 'test',
        referenceId: 'unbalanced',
        occurredAt: now,
        recordedAt: now,
        postings,
      }),
    );
  await expect(write([debit(expense(100n)), credit(cash(99n))])).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/does not balance/) },
  });
  await expect(write([])).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/two postings/) },
  });
  expect(await countOf('unbalanced')).toBe(0);
});

test('an entry whose cause is rolled back never was', async () => {
  await expect(
    inScope(world.system, async (tx) => {
      await postTransaction(tx, world.system, entry('rolled-back'));
      throw new Error('the cause failed');
    }),
  ).rejects.toThrow('the cause failed');
  expect(await countOf('rolled-back')).toBe(0);
  expect(await post(entry('rolled-back'))).toBe(true);
});

test.each([
  'update ledger_postings set amount_minor = 1',
  'delete from ledger_transactions',
  'insert into ledger_postings (transaction_id, account_id, currency, amount_minor) values (1, 1, 1, 1)',
])('the application cannot say: %s', async (statement) => {
  await expect(world.db.scopedSql({ audience: 'worker' }, (sql) => sql.unsafe(statement))).rejects.toThrow(
    /permission denied/,
  );
});

test('a partner cannot post', async () => {
  const partner: Context = { ...world.system, scope: { audience: 'partner', partnerId: 'par_x' } };
  await expect(post(entry('by-partner'), partner)).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/cannot post/) },
  });
});

test('2,000 random lives of commissions, half of their causes delivered twice and many at once: the trial balance is zero and no debt or claim changes sides', async () => {
  const lives = fc.sample(fc.record(storyParts), { numRuns: 2000, seed: 7 });
  const stories = lives.map(({ openings, steps }, n) => tellMoneyStory(`par_${n}`, openings, steps));
  const causes = stories.reduce((sum, story) => sum + story.length, 0);
  expect(causes).toBeGreaterThan(4000);

  let next = 0;
  const worker = async () => {
    for (let n = next++; n < stories.length; n = next++) {
      const story = stories[n] ?? [];
      const live = () =>
        inScope(world.system, async (tx) => {
          for (const cause of story) await postTransaction(tx, world.system, cause);
        });
      // Every second story arrives twice at the same moment.
      await Promise.all(n % 2 === 0 ? [live(), live()] : [live()]);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));

  const [written] = await world.owner`
    select count(*)::int as n from ledger_transactions where kind <> 'test'`;
  expect(written?.n).toBe(causes);
  const wrong = await world.owner`
    select a.id, sum(p.amount_minor) from ledger_postings p join ledger_accounts a on a.id = p.account_id
    group by a.id, a.kind
    having (a.kind = 'partner_payable' and sum(p.amount_minor) > 0)
        or (a.kind = 'partner_receivable' and sum(p.amount_minor) < 0)`;
  expect(wrong).toEqual([]);
  const { currencies } = await (await world.asStaff('finance')).ledger.trialBalance();
  expect(currencies).toMatchObject([{ currency: 'USD', differenceMinor: 0n }]);
}, 120_000);

test('transactions are paged newest first without gaps or repeats', async () => {
  const finance = await world.asStaff('finance');
  for (let n = 0; n < 5; n++) {
    world.clock.advanceMinutes(1);
    await post({
      kind: 'test',
      referenceId: `page-${n}`,
      postings: [
        debit({ kind: 'tax', currency: 'USD', amountMinor: 5n }),
        credit({ kind: 'withholding', currency: 'USD', amountMinor: 5n }),
      ],
    });
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof finance.ledger.transactions>> = await finance.ledger.transactions({
      accountKind: 'tax',
      limit: 2,
      cursor,
    });
    seen.push(...page.rows.map((row) => row.referenceId));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['page-4', 'page-3', 'page-2', 'page-1', 'page-0']);
});
