import { partners } from '@goodword/db/schema';
import { canMove, type PartnerStatus, partnerMachine } from '@goodword/db/vocabulary';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../test/given/partners.ts';
import { World } from '../../test/given/world.ts';
import { AppError } from '../shared/errors.ts';
import { inScope } from './context.ts';
import { moveState } from './move-state.queries.ts';

let world: World;
let id: string;

beforeAll(async () => {
  world = await World.open();
  id = (await givenActivePartner(world)).partnerId;
});
afterAll(() => world.close());

const put = (status: PartnerStatus) =>
  inScope(world.system, (tx) => tx.update(partners).set({ status }).where(eq(partners.id, id)));

const move = (to: PartnerStatus, after: () => void = () => {}) =>
  inScope(world.system, async (tx) => {
    const from = await moveState(tx, world.system, { machine: partnerMachine, table: partners, id, to });
    after();
    return from;
  });

/** What the partner is, and how many entries of the trail and events tell of it. */
async function told() {
  const [row] = await world.owner<{ status: string; trail: number; events: number }[]>`
    select status,
      (select count(*)::int from audit_entries where subject_id = ${id}) as trail,
      (select count(*)::int from outbox where subject_id = ${id}) as events
    from partners where id = ${id}`;
  if (!row) throw new Error('the partner is gone');
  return row;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'moved';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test('every move of the table happens with one entry and one event, and every other one leaves no trace', async () => {
  for (const from of partnerMachine.states) {
    for (const to of partnerMachine.states) {
      await put(from);
      const before = await told();
      const cell = `${from} → ${to}`;
      if (canMove(partnerMachine, from, to)) {
        expect(await codeOf(move(to)), cell).toBe('moved');
        expect(await told(), cell).toEqual({
          status: to,
          trail: before.trail + 1,
          events: before.events + 1,
        });
      } else {
        expect(await codeOf(move(to)), cell).toBe('illegal_move');
        expect(await told(), cell).toEqual(before);
      }
    }
  }
});

test('a move whose transaction fails leaves neither state nor entry nor event', async () => {
  await put('active');
  const before = await told();
  const failing = move('suspended', () => {
    throw new Error('the rest failed');
  });
  await expect(failing).rejects.toThrow('the rest failed');
  expect(await told()).toEqual(before);
});

test('of ten moves at once from one state one counts, and one entry and one event tell of it', async () => {
  await put('active');
  const before = await told();
  const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(move('terminated'))));
  expect(codes.filter((code) => code === 'moved')).toHaveLength(1);
  expect(codes.every((code) => ['moved', 'stale', 'illegal_move'].includes(code))).toBe(true);
  expect(await told()).toEqual({ status: 'terminated', trail: before.trail + 1, events: before.events + 1 });
});
