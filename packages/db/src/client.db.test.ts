import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from './client.ts';
import { organisation } from './schema/index.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { audiences } from './vocabulary/index.ts';

let place: TestDatabase;
let db: Database;
let owner: postgres.Sql;

beforeAll(async () => {
  place = await createTestDatabase();
  db = connect({ url: place.url, max: 3 });
  owner = postgres(place.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`insert into organisation (id, name, time_zone, currency, patient_word, postal_address, staff_two_factor, is_demo, first_started_at)
    values ('org', 'Test', 'UTC', 'USD', 'patient', 'x', 'required', false, now())`;
});

afterAll(async () => {
  await db.end();
  await owner.end();
  await place.drop();
});

test('every statement runs in the role that owns and bypasses nothing', async () => {
  const rows = await db.scoped({ audience: 'staff' }, (tx) =>
    tx.execute(
      sql`select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user`,
    ),
  );
  expect(rows[0]).toMatchObject({ name: 'goodword_app', rolsuper: false, rolbypassrls: false });
});

test('row-level security is on and forced on every table, with a policy', async () => {
  const open = await owner`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and (not c.relrowsecurity or not c.relforcerowsecurity
           or not exists (select from pg_policy p where p.polrelid = c.oid))`;
  expect(open).toEqual([]);
});

test('with no audience stated every table is empty, whatever it holds', async () => {
  const tables = await owner<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limits'`;
  expect(tables.length).toBeGreaterThan(35);
  for (const { name } of tables) {
    const [row] = await db.pool.unsafe<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
    expect(row?.n, name).toBe(0);
  }
});

test('a scope ends with its transaction and does not reach the next one on the same connection', async () => {
  for (const audience of audiences) {
    const seen = await db.scoped({ audience }, (tx) => tx.select().from(organisation));
    expect(seen).toHaveLength(1);
  }
  const [row] = await db.pool<{ n: number }[]>`select count(*)::int as n from organisation`;
  expect(row?.n).toBe(0);
});

test('a failing transaction leaves nothing behind and frees its connection', async () => {
  for (let round = 0; round < 8; round++) {
    await expect(
      db.scoped({ audience: 'worker' }, async (tx) => {
        await tx.execute(sql`insert into suppressions values (${`hash-${round}`}, 'test', now())`);
        throw new Error('stop here');
      }),
    ).rejects.toThrow('stop here');
  }
  const [row] = await owner<{ n: number }[]>`select count(*)::int as n from suppressions`;
  expect(row?.n).toBe(0);
});

test('the trail, the ledger, consents and the outbox refuse change and deletion', async () => {
  for (const name of ['audit_entries', 'consents', 'outbox', 'interactions', 'ledger_postings']) {
    for (const statement of [`delete from ${name}`, `update ${name} set id = id`]) {
      await expect(
        db.scoped({ audience: 'worker' }, (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  }
});

test('connections that end in the middle of transactions fail that work only: the pool serves on', async () => {
  for (let round = 0; round < 5; round++) {
    const cut = await Promise.allSettled(
      Array.from({ length: 3 }, () =>
        db.scopedSql({ audience: 'staff' }, async (connection) => {
          const [row] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`;
          await owner`select pg_terminate_backend(${row?.pid ?? 0})`;
          // Long enough for the end to arrive, so that the next statement meets a connection that is gone.
          await new Promise((resolve) => setTimeout(resolve, 20));
          await connection`select 1`;
        }),
      ),
    );
    expect(cut.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  }
  const served = await Promise.all(
    Array.from({ length: 9 }, () => db.scoped({ audience: 'staff' }, (tx) => tx.select().from(organisation))),
  );
  expect(served.every((rows) => rows.length === 1)).toBe(true);
});
