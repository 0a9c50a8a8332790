import type { Database } from '@goodword/db';
import { type AccountAudience, accountAudiences } from '@goodword/db/vocabulary';
import { type AnyRouter, TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { allows, permissions, type Role, rolesByAudience } from '../../src/auth/permissions.ts';
import type { Principal } from '../../src/auth/sessions.ts';
import { appRouter } from '../../src/root.ts';
import type { ProcedureMeta } from '../../src/trpc/trpc.ts';
import { givenOnlooker } from '../given/looks.ts';
import { World } from '../given/world.ts';
import { assembleCast, type Cast } from './cast.ts';
import { samples } from './samples/index.ts';

interface ProcedureDefinition {
  type: 'query' | 'mutation' | 'subscription';
  meta?: ProcedureMeta;
  inputs: ZodType[];
  output?: ZodType;
}

const procedures = Object.entries(
  (appRouter as AnyRouter)._def.procedures as Record<string, { _def: unknown }>,
).map(([path, procedure]) => ({
  path,
  definition: procedure._def as ProcedureDefinition,
}));

let world: World;
let cast: Cast;
const people = new Map<Role, Principal | null>([['anonymous', null]]);

beforeAll(async () => {
  world = await World.open();
  cast = await assembleCast(world);
  for (const role of ['admin', 'manager', 'coordinator', 'finance', 'auditor'] as const) {
    people.set(role, (await world.staff(role)).principal);
  }
  people.set('partner_owner', await world.principal('partner', cast.own.partnerOwner));
  people.set('partner_member', await world.principal('partner', cast.own.partnerMember));
  people.set('partner_onlooker', await givenOnlooker(world, cast.own.partner));
  people.set('patient', await world.principal('patient', cast.own.patient));
});
afterAll(() => world.close());

/** Carries the result of a transaction out of it while undoing what it wrote. */
class Undo extends Error {
  constructor(readonly result: unknown) {
    super('undo');
  }
}

/** The real database, except that nothing is kept: every cell of the matrix plays on the same stage. */
function withoutKeeping(db: Database): Database {
  const undone = async <T>(run: (fail: (result: T) => never) => Promise<T>): Promise<T> => {
    try {
      return await run((result) => {
        throw new Undo(result);
      });
    } catch (error) {
      if (error instanceof Undo) return error.result as T;
      throw error;
    }
  };
  return {
    ...db,
    scoped: (scope, work) => undone((keep) => db.scoped(scope, async (tx) => keep(await work(tx)))),
    scopedSql: (scope, work) => undone((keep) => db.scopedSql(scope, async (sql) => keep(await work(sql)))),
  };
}

let call = 0;

/** The tRPC code a call answers with; `OK` for a result. */
async function outcome(app: AccountAudience, role: Role, path: string, input: unknown): Promise<string> {
  call += 1;
  const base = world.requestAs(app, people.get(role) ?? null);
  const caller = world.caller({ ...base, db: withoutKeeping(base.db), addressHash: `caller-${call}` });
  let target: unknown = caller;
  for (const part of path.split('.')) target = (target as Record<string, unknown>)[part];
  try {
    await (target as (input: unknown) => Promise<unknown>)(input);
    return 'OK';
  } catch (error) {
    if (error instanceof TRPCError) {
      return error.code === 'INTERNAL_SERVER_ERROR'
        ? `INTERNAL: ${error.cause?.message ?? error.message}`
        : error.code;
    }
    throw error;
  }
}

test('every procedure declares audiences, permission and output', () => {
  const incomplete = procedures.filter(({ definition }) => !definition.meta || !definition.output);
  expect(incomplete.map(({ path }) => path)).toEqual([]);
});

test('every procedure refuses unknown keys', () => {
  const lenient = procedures.filter(({ definition }) =>
    definition.inputs.some((input) => input.safeParse({ notAFieldOfAnyForm: 1 }).success),
  );
  expect(lenient.map(({ path }) => path)).toEqual([]);
});

test('every procedure has a sample, and every sample a procedure', () => {
  expect(Object.keys(samples).sort()).toEqual(procedures.map(({ path }) => path).sort());
});

test('every permission is used', () => {
  const used = new Set(procedures.map(({ definition }) => definition.meta?.permission));
  expect(Object.keys(permissions).filter((name) => !used.has(name as keyof typeof permissions))).toEqual([]);
});

const refusals = ['UNAUTHORIZED', 'FORBIDDEN'];

describe.each(procedures)('$path', ({ path, definition }) => {
  const meta = definition.meta as ProcedureMeta;
  const sample = samples[path];

  test('opens for exactly the apps and roles the table names', async () => {
    for (const app of accountAudiences) {
      for (const role of rolesByAudience[app]) {
        const result = await outcome(app, role, path, sample?.input(cast));
        const cell = `${app} · ${role}`;
        expect(result, cell).not.toMatch(/^INTERNAL/);
        if (!meta.audiences.includes(app)) expect(result, cell).toBe('NOT_FOUND');
        else if (role === 'partner_onlooker' && definition.type !== 'query' && !meta.inLook) {
          expect(result, cell).toBe('FORBIDDEN');
        } else if (allows(meta.permission, 'anonymous') || allows(meta.permission, role)) {
          // A public procedure may still find fault with what it is given, e.g. a password.
          if (!allows(meta.permission, 'anonymous')) expect(refusals, cell).not.toContain(result);
        } else expect(result, cell).toBe(role === 'anonymous' ? 'UNAUTHORIZED' : 'FORBIDDEN');
      }
    }
  });

  if (sample?.foreign) {
    const { foreign } = sample;
    test('answers NOT_FOUND about rows of somebody else', async () => {
      for (const app of ['partner', 'patient'] as const) {
        if (!meta.audiences.includes(app)) continue;
        for (const role of rolesByAudience[app]) {
          if (!allows(meta.permission, role) || role === 'anonymous') continue;
          if (role === 'partner_onlooker' && definition.type !== 'query') continue;
          expect(await outcome(app, role, path, foreign(cast)), role).toBe('NOT_FOUND');
        }
      }
    });
  }
});
