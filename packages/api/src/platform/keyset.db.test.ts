import type { AccountAudience } from '@goodword/db/vocabulary';
import type { AnyRouter } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodObject } from 'zod';
import { World } from '../../test/given/world.ts';
import { assembleCast, type Cast } from '../../test/permissions/cast.ts';
import { samples } from '../../test/permissions/samples/index.ts';
import { appRouter } from '../root.ts';
import { encodeCursor } from '../shared/pagination.ts';
import type { ProcedureMeta } from '../trpc/trpc.ts';

interface Definition {
  meta: ProcedureMeta;
  inputs: Partial<ZodObject>[];
}

const lists = Object.entries((appRouter as AnyRouter)._def.procedures as Record<string, { _def: unknown }>)
  .map(([path, procedure]) => ({ path, definition: procedure._def as Definition }))
  .filter(({ definition }) => definition.inputs.some((input) => input.shape && 'cursor' in input.shape));

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await World.open();
  cast = await assembleCast(world);
});
afterAll(() => world.close());

async function someoneAllowed(audience: AccountAudience) {
  if (audience === 'staff') return world.asStaff('admin');
  return audience === 'partner' ? world.asPartner(cast.own.partnerOwner) : world.asPatient(cast.own.patient);
}

const id = 'led_01kjf7x8hz0000000000000000';
const madeUp = {
  'is no cursor': 'x',
  'names no time': encodeCursor({ value: 'x', id }),
  'names a day that is none': encodeCursor({ value: '2026-13-45T00:00:00.000Z', id }),
  'names a year PostgreSQL does not read': encodeCursor({ value: '+275760-09-13T00:00:00.000Z', id }),
  'names a year before the first': encodeCursor({ value: '0000-01-01T00:00:00.000Z', id }),
  'names a number beyond all numbers': encodeCursor({ value: '9'.repeat(200), id }),
  'holds a zero byte in its value': encodeCursor({ value: '\0', id }),
  'holds a zero byte in its id': encodeCursor({ value: '2026-03-02T09:00:00.000Z', id: '\0' }),
};

test('lists are found', () => {
  expect(lists.length).toBeGreaterThan(15);
});

describe.each(lists)('$path', ({ path, definition }) => {
  test('begins anew behind a position that cannot be one, and never fails', async () => {
    const [audience] = definition.meta.audiences;
    const caller = await someoneAllowed(audience as AccountAudience);
    const call = path
      .split('.')
      .reduce<unknown>((target, part) => (target as Record<string, unknown>)[part], caller) as (
      input: object,
    ) => Promise<{ rows: { id?: string }[] }>;
    const input = samples[path]?.input(cast) as object;
    for (const [what, cursor] of Object.entries(madeUp)) {
      await expect(call({ ...input, cursor }), what).resolves.toHaveProperty('rows');
    }
    const whole = await call(input);
    const anew = await call({ ...input, cursor: madeUp['is no cursor'] });
    expect(anew.rows.length).toBe(whole.rows.length);
  });
});

test('rows of the same moment each stand on exactly one page', async () => {
  const manager = await world.asStaff('manager');
  for (const n of [1, 2, 3, 4, 5]) {
    const email = `same-${n}@keyset.test`;
    await manager.partners.invite({
      name: `Same ${n}`,
      contactName: 'C',
      email,
      partnerTypeCode: 'broker',
      regions: ['AE'],
    });
  }
  for (const dir of ['asc', 'desc'] as const) {
    const whole = (await manager.partners.list({ sort: 'created', dir })).rows.map((row) => row.id);
    const pieces: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof manager.partners.list>> = await manager.partners.list({
        sort: 'created',
        dir,
        limit: 2,
        cursor,
      });
      pieces.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pieces).toEqual(whole);
    expect(new Set(pieces).size).toBe(pieces.length);
  }
});
