import { afterEach, beforeEach, expect, test } from 'vitest';
import { World } from '../../../test/given/world.ts';
import { sealAudit } from '../../jobs/outbox.queries.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';

let world: World;

beforeEach(async () => {
  world = await World.open();
  for (let n = 0; n < 6; n++) await record(`par_${n}`);
  await seal();
  await record('par_6');
  await seal();
});
afterEach(() => world.close());

const record = (subjectId: string) =>
  inScope(world.system, (tx) =>
    recordChange(tx, world.system, {
      action: 'partner.approved',
      subjectType: 'partner',
      subjectId,
      reason: `because of ${subjectId}`,
    }),
  );

/** Other tests on this server hold the horizon down for moments; the sealer simply comes again. */
async function seal() {
  for (let round = 0; round < 200; round++) {
    await inScope(world.system, (tx) => sealAudit(tx, 3));
    const [row] =
      await world.owner`select (select count(*) from audit_entries) - position as open from audit_head`;
    if (Number(row?.open) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the sealer did not catch up');
}

async function problems(): Promise<string[]> {
  const answer = await (await world.asStaff('auditor')).audit.verify();
  expect(answer.intact).toBe(answer.problems.length === 0);
  return answer.problems.map(({ problem }) => problem);
}

/** What somebody with the keys of the database could do. */
const tamper = (statement: string) =>
  world.owner.begin(async (sql) => {
    await sql`alter table audit_entries disable trigger all`;
    await sql.unsafe(statement);
    await sql`alter table audit_entries enable trigger all`;
  });

test('an untouched trail verifies, across sealing batches', async () => {
  expect(await problems()).toEqual([]);
});

test('erasing the reasons leaves the chain intact', async () => {
  await world.owner`delete from audit_reasons`;
  expect(await problems()).toEqual([]);
});

test('an edited entry is named', async () => {
  await tamper(`update audit_entries set to_state = 'active' where subject_id = 'par_2'`);
  expect(await problems()).toContain('the entry was changed');
});

test('a moved date is named', async () => {
  await tamper(
    `update audit_entries set occurred_at = occurred_at - interval '1 hour' where subject_id = 'par_6'`,
  );
  expect(await problems()).toContain('the entry was changed');
});

test('a deleted entry is named', async () => {
  await tamper(`delete from audit_entries where subject_id = 'par_3'`);
  expect(await problems()).toContain('the entry was deleted');
});

test('a deleted entry with its seal is named', async () => {
  await tamper(`with gone as (delete from audit_entries where subject_id = 'par_3' returning id)
    delete from audit_seals where audit_id in (select id from gone)`);
  expect(await problems()).not.toEqual([]);
});

test('a cut-off end is named', async () => {
  await tamper(`with gone as (delete from audit_entries where subject_id = 'par_6' returning id)
    delete from audit_seals where audit_id in (select id from gone)`);
  expect(await problems()).toContain('the end of the trail was cut off');
});

test('two entries that changed places are named', async () => {
  await tamper(`update audit_entries e set subject_id = o.subject_id from audit_entries o
    where (e.subject_id, o.subject_id) in (('par_1', 'par_2'), ('par_2', 'par_1'))`);
  expect(await problems()).toContain('the entry was changed');
});

test('an entry slipped in behind the seal is named', async () => {
  await tamper(`insert into audit_entries (id, seq, xid, occurred_at, audience, actor_type, action, subject_type, subject_id, fields, request_id)
    select 'aud_slipped', 0, '1', now(), 'staff', 'staff', 'partner.approved', 'partner', 'par_x', '', 'r'`);
  expect(await problems()).toContain('the entry was slipped in behind the seal');
});
