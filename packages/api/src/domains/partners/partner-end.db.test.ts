import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { nothingAllowed, referralForm, wishes } from '../../../test/given/referrals.ts';
import { World } from '../../../test/given/world.ts';
import { createSessions } from '../../auth/sessions.ts';
import { inScope } from '../../platform/context.ts';
import { hashSecret } from '../../platform/vault.ts';
import { newId, newSecret } from '../../shared/id.ts';
import { findLiveApiKey } from '../api-keys/api-keys.queries.ts';
import { usesOfPartner } from './delete-partner.queries.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const manager = () => world.asStaff('manager');
const site = () => world.visitor('patient');

let count = 0;
async function givenInvited(over: { email?: string } = {}): Promise<{ id: string; email: string }> {
  count += 1;
  const email = over.email ?? `unused-${count}@partner.test`;
  const { id } = await (await manager()).partners.invite({
    name: `Unused ${count}`,
    contactName: 'Nobody',
    email,
    partnerTypeCode: 'broker',
    regions: ['AE'],
  });
  await world.settle();
  return { id, email };
}

async function givenKey(partnerId: string): Promise<string> {
  const secret = `gw_live_${newSecret()}`;
  await world.owner`insert into api_keys (id, name, key_hash, signing_secret_encrypted, scopes, partner_id, created_at)
    values (${newId('apiKey', world.clock.now())}, 'Their system', ${hashSecret(secret)}, 'x', '{}', ${partnerId}, ${world.clock.now()})`;
  return secret;
}

const keyOpens = (secret: string) =>
  inScope(world.system, async (tx) => (await findLiveApiKey(tx, hashSecret(secret))) !== undefined);

test('termination ends every session and every key of the partner before it answers', async () => {
  const { partnerId, accountId } = await givenActivePartner(world);
  const other = await givenActivePartner(world);
  const sessions = createSessions({ ...world, audience: 'partner', secureCookie: false });
  const open = async (id: string) =>
    (await sessions.open({ id }, { twoFactorDone: true })).split(';')[0] ?? '';
  const cookies = [await open(accountId), await open(accountId)];
  const keys = [await givenKey(partnerId), await givenKey(partnerId)];
  const [theirs, theirKey] = [await open(other.accountId), await givenKey(other.partnerId)];
  for (const cookie of cookies) expect(await sessions.read(cookie)).not.toBeNull();
  for (const key of keys) expect(await keyOpens(key)).toBe(true);

  await (await manager()).partners.changeStatus({ id: partnerId, to: 'terminated', reason: 'Fraud' });

  for (const cookie of cookies) expect(await sessions.read(cookie)).toBeNull();
  for (const key of keys) expect(await keyOpens(key)).toBe(false);
  expect(await sessions.read(theirs)).not.toBeNull();
  expect(await keyOpens(theirKey)).toBe(true);
  const revoked = await world.owner`select from audit_entries where action = 'api_key.revoked'`;
  expect(revoked).toHaveLength(2);
});

test('a suspended partner keeps its keys for its return, and its history', async () => {
  const partner = await givenActivePartner(world);
  const key = await givenKey(partner.partnerId);
  const portal = await world.asPartner(partner.email);
  const { id } = await portal.referrals.submit(referralForm(partner.engagementId));
  await (await manager()).partners.changeStatus({ id: partner.partnerId, to: 'suspended', reason: 'Check' });
  expect(await keyOpens(key)).toBe(true);
  expect((await portal.referrals.mineDetail({ id })).id).toBe(id);
});

test('the link of a suspended partner takes no form, and says so without naming the partner', async () => {
  const partner = await givenActivePartner(world, { name: 'Quiet House' });
  await site().referrals.readLink({ code: partner.code });
  await (await manager()).partners.changeStatus({ id: partner.partnerId, to: 'suspended', reason: 'Check' });
  const form = {
    ...wishes,
    code: partner.code,
    email: 'late@client.test',
    name: 'Late',
    consents: nothingAllowed,
  };
  for (const refused of [
    () => site().referrals.readLink({ code: partner.code }),
    () => site().referrals.submitByLink(form),
  ]) {
    await expect(refused()).rejects.toThrow(/^This link takes no new requests\. Ask whoever gave it to you/);
  }
  const [kept] = await world.owner`select count(*)::int as n from clients where email = 'late@client.test'`;
  expect(kept?.n).toBe(0);
});

test('referring and suspending at one moment: the referral came first or is refused, never after', async () => {
  for (let round = 0; round < 6; round++) {
    const partner = await givenActivePartner(world);
    const portal = await world.asPartner(partner.email);
    const staff = await manager();
    const [submitted, suspended] = await Promise.allSettled([
      portal.referrals.submit(referralForm(partner.engagementId)),
      staff.partners.changeStatus({ id: partner.partnerId, to: 'suspended', reason: 'Check' }),
    ]);
    expect(suspended.status).toBe('fulfilled');
    const trail = await world.owner`select action, xid from audit_entries
      where action in ('partner.suspended', 'partner_referral.submitted')
        and (subject_id = ${partner.partnerId} or subject_id in (select id from partner_referrals where partner_id = ${partner.partnerId}))`;
    if (submitted.status === 'rejected') {
      expect(String(submitted.reason)).toMatch(/suspended/);
      expect(trail).toHaveLength(1);
    } else expect(trail).toHaveLength(2);
  }
});

test('whoever was never used is deleted with its links and letters; the trail keeps that it was here', async () => {
  const { id, email } = await givenInvited();
  const token = await world.linkSecret(email, '/invitation/');
  const staff = await manager();
  expect((await staff.partners.get({ id })).neverUsed).toBe(true);
  await staff.partners.delete({ id, reason: 'Wrong address' });
  await expect(staff.partners.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(world.visitor('partner').invitations.read({ token })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await world.mailsTo(email)).toEqual([]);
  const [entry] = await world.owner`select a.action, r.reason from audit_entries a
    left join audit_reasons r on r.audit_id = a.id where a.subject_id = ${id} order by a.seq desc limit 1`;
  expect(entry).toEqual({ action: 'partner.deleted', reason: 'Wrong address' });
  await world.settle();
});

test('a partner with anything on it is not deleted and stays whole', async () => {
  const { partnerId } = await givenActivePartner(world);
  const staff = await manager();
  const before = await staff.partners.get({ id: partnerId });
  expect(before.neverUsed).toBe(false);
  await expect(staff.partners.delete({ id: partnerId, reason: 'Tidy up' })).rejects.toThrow(
    /used already.*agreement acceptances.*Terminate the partnership instead/,
  );
  expect(await staff.partners.get({ id: partnerId })).toEqual(before);
});

test('accepting the invitation and deleting at one moment: one counts, and no account is left without a partner', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, email } = await givenInvited();
    const token = await world.linkSecret(email, '/invitation/');
    const staff = await manager();
    const outcomes = await Promise.allSettled([
      world
        .visitor('partner')
        .invitations.accept({ token, name: 'Nobody', password: 'correct horse battery' }),
      // The password is hashed first: the deletion waits as long, so that they meet.
      new Promise((resolve) => setTimeout(resolve, round * 12)).then(() =>
        staff.partners.delete({ id, reason: 'Wrong address' }),
      ),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(['NOT_FOUND', 'PRECONDITION_FAILED']).toContain(outcome.reason.code);
    }
    const [orphans] = await world.owner`select count(*)::int as n from accounts a
      where a.partner_id is not null and not exists (select from partners p where p.id = a.partner_id)`;
    expect(orphans?.n).toBe(0);
  }
});

/** Goes with the profile; everything else that names a partner keeps it. */
const goesAlong = [
  'applications',
  'credential_warnings',
  'credentials',
  'documents',
  'engagements',
  'team_invitations',
  'tokens',
];

test('every table that names a partner keeps it from deletion, except what belongs to its profile', async () => {
  const { id } = await givenInvited();
  await world.owner`delete from tokens`;
  await world.owner`delete from engagements where partner_id = ${id}`;
  const tables = await world.owner<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'partner_id' and t.table_type = 'BASE TABLE' order by 1`;
  expect(tables.length).toBeGreaterThan(12);
  expect(await inScope(world.system, (tx) => usesOfPartner(tx, id))).toEqual([]);
  class Undo extends Error {}
  for (const { name } of tables) {
    const used = await world.owner
      .begin(async (sql) => {
        await loosen(sql as unknown as typeof world.owner, name);
        await sql.unsafe(`insert into ${name} (partner_id) values ($1)`, [id]);
        await sql`select set_config('goodword.audience', 'worker', true)`;
        const rows = await sql<{ use: string }[]>`select partner_uses(${id}) as use`;
        throw Object.assign(new Undo(), { uses: rows.map(({ use }) => use) });
      })
      .catch((error: unknown) => {
        if (error instanceof Undo) return (error as Undo & { uses: string[] }).uses;
        throw error;
      });
    expect(used, name).toEqual(goesAlong.includes(name) ? [] : [name]);
  }
});

/** Until the transaction is undone a row needs nothing but its partner. */
async function loosen(sql: typeof world.owner, table: string): Promise<void> {
  await sql.unsafe(`alter table ${table} disable trigger user`);
  const rules = await sql<
    { name: string }[]
  >`select conname as name from pg_constraint where conrelid = ${table}::regclass and contype <> 'n'`;
  for (const { name } of rules) await sql.unsafe(`alter table ${table} drop constraint ${name} cascade`);
  const columns = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_nullable = 'NO' and is_identity = 'NO'`;
  for (const { name } of columns) await sql.unsafe(`alter table ${table} alter column ${name} drop not null`);
}
