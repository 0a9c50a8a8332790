import { afterAll, beforeAll, expect, test } from 'vitest';
import { banks, fixture, fixturePath, importText, messy } from '../../../test/given/imports.ts';
import { World } from '../../../test/given/world.ts';
import { runImportCommand } from './import-command.ts';
import { importPartners } from './import-partners.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** Traces that partners have left; those of the runs themselves are told apart. */
async function numbers() {
  const [row] = await world.owner`
    select (select count(*)::int from partners) as partners, (select count(*)::int from messages) as mails,
           (select count(*)::int from audit_entries where subject_type not in ('run', 'import')) as trail`;
  return row;
}

const none = { created: 0, updated: 0, unchanged: 0, refused: 0, changed: 0 };

test('400 institutions become invited lenders in their state: no mail, and coverage does not move', async () => {
  const manager = await world.asStaff('manager');
  const before = await manager.coverage.list({ country: 'US', partnerTypeCode: 'lender' });
  const report = await importPartners(world.system, banks);
  expect(report.counts).toEqual({ ...none, created: 400 });
  await world.settle();

  const rows = await world.owner`
    select p.name, p.status, p.source, p.external_id, p.email, p.country, e.partner_type_code, e.regions
    from partners p join engagements e on e.partner_id = p.id`;
  expect(rows).toHaveLength(400);
  for (const row of rows) {
    expect(row).toMatchObject({
      status: 'invited',
      source: 'occ-national-banks',
      email: null,
      country: 'US',
    });
    expect(row.partner_type_code).toBe('lender');
    expect(row.regions).toEqual([expect.stringMatching(/^US-[A-Z]{2}$/)]);
  }
  expect(rows.find((row) => row.external_id === '8709')?.regions).toEqual(['US-OH']);
  // Three names stand there more than once, each with charters of their own.
  const names = rows.map((row) => row.name as string);
  expect(new Set(names.filter((name, at) => names.indexOf(name) !== at)).size).toBe(3);
  expect((await numbers())?.mails).toBe(0);
  expect(await manager.coverage.list({ country: 'US', partnerTypeCode: 'lender' })).toEqual(before);
});

test('a second run changes nothing and leaves no trace on partners', async () => {
  const before = await numbers();
  const report = await importPartners(world.system, banks);
  expect(report.counts).toEqual({ ...none, unchanged: 400 });
  expect(await numbers()).toEqual(before);
});

test('staff find, filter and page the imported partners', async () => {
  const manager = await world.asStaff('manager');
  const found = await manager.partners.list({ search: '1st national', type: 'lender' });
  expect(found.rows.map((row) => row.name)).toEqual(['1st National Bank']);
  expect((await manager.partners.list({ region: 'US-TX', limit: 100 })).rows).toHaveLength(61);
  let cursor: string | null = null;
  let total = 0;
  do {
    const page: Awaited<ReturnType<typeof manager.partners.list>> = await manager.partners.list({
      limit: 100,
      cursor,
    });
    total += page.rows.length;
    cursor = page.nextCursor;
  } while (cursor);
  expect(total).toBe(400);
});

test('a changed cell updates that partner only, and never status, regions or terms', async () => {
  const text = new TextDecoder()
    .decode(banks.bytes)
    .replace('1000 East Main Street,Lebanon,OH', '1000 East Main Street,Mason,KY');
  const report = await importPartners(world.system, { ...banks, bytes: new TextEncoder().encode(text) });
  expect(report.counts).toEqual({ ...none, updated: 1, unchanged: 399 });
  expect(report.rows.find((row) => row.result === 'updated')).toMatchObject({ line: 2, fields: ['city'] });
  const [row] = await world.owner`
    select p.city, e.regions from partners p join engagements e on e.partner_id = p.id where external_id = '8709'`;
  expect(row).toEqual({ city: 'Mason', regions: ['US-OH'] });
});

test('a messy file: each row has exactly the result the fixture states, first in the check, then in the import', async () => {
  const expected = JSON.parse(new TextDecoder().decode(fixture('partners-messy.expected.json')));
  const outcome = ({ rows }: Awaited<ReturnType<typeof importPartners>>) =>
    rows.map(({ line, result, code, notes }) => ({
      line,
      result,
      code,
      notes: notes.map((note) => note.code),
    }));
  const before = await numbers();
  const dry = await importPartners(world.system, { ...messy, dryRun: true });
  expect(outcome(dry)).toEqual(expected);
  expect(await numbers()).toEqual(before);

  const report = await importPartners(world.system, messy);
  expect(outcome(report)).toEqual(expected);
  for (const { message, notes } of report.rows) {
    for (const sentence of [message, ...notes.map((note) => note.message)]) {
      if (sentence !== null) expect(sentence).toMatch(/^.+ .+\.$/);
    }
  }
  await world.settle();
  const after = await numbers();
  expect(after?.partners).toBe((before?.partners ?? 0) + 10);
  expect(after?.mails).toBe(0);
});

test('a messy file: what was written is what was meant', async () => {
  const rows = await world.owner`
    select p.name, p.status, p.phone, p.website, p.capacity, p.internal_notes as notes,
           coalesce(a.rate_bps, e.rate_bps) as rate_bps, e.regions
    from partners p join engagements e on e.partner_id = p.id
    left join engagement_plans a on a.engagement_id = e.id where p.source = 'messy'`;
  const named = new Map(rows.map((row) => [row.name as string, row]));
  expect(named.get('شركة الأفق العقارية')).toMatchObject({ status: 'approved', rate_bps: 2000 });
  expect(named.get('Sharma & Sons "RERA" Desk')).toMatchObject({
    phone: '+919820012345',
    website: 'https://sharmasons.test',
    rate_bps: 1250,
  });
  expect(named.get('Prairie Title Co.')).toMatchObject({
    status: 'invited',
    phone: '+16125550142',
    rate_bps: null,
  });
  expect(named.get('Northline Developers LLP')).toMatchObject({ regions: ['IN', 'AE'], rate_bps: 700 });
  expect(named.get('Comma Percent GmbH')).toMatchObject({ rate_bps: 1250 });
  expect(named.get('Line Break Partners')).toMatchObject({ notes: 'two\nlines' });
  expect(named.has('Zero Width Space')).toBe(true);
  expect(rows.some((row) => row.status === 'active')).toBe(false);
});

test('a second run of the messy file changes nothing', async () => {
  const before = await numbers();
  const report = await importPartners(world.system, messy);
  expect(report.counts).toEqual({ ...none, unchanged: 10, refused: 10 });
  expect(await numbers()).toEqual(before);
});

test('an address that belongs to another partner is refused with its name', async () => {
  const { rows } = await importText(
    world.system,
    'Name,Email,State\nGate,LAYLA@harbourgate.test,OH\n',
    'other',
  );
  expect(rows[0]).toMatchObject({ result: 'refused', code: 'already_exists' });
  expect(rows[0]?.message).toContain('Harbour Gate Realty');
});

test('the command prints what needs attention, and one sentence for what it cannot do', async () => {
  const run = (...args: string[]) => runImportCommand(world.system, args);
  const lines = await run('partners', fixturePath('partners-messy.csv'), '--source', 'messy');
  expect(lines[0]).toBe('  The file was read as UTF-8.');
  expect(lines.at(-1)).toBe('0 created, 0 updated, 10 unchanged, 10 refused.');
  expect(lines).toContainEqual(
    expect.stringMatching(/refused line 10 \(Bad Email Inc\): Write a complete e-mail/),
  );
  await expect(run('partners')).rejects.toThrow(/Write: import partners/);
  await expect(run('partners', 'x.csv', '--nope')).rejects.toThrow(/Write: import partners/);
  await expect(run('partners', '/nowhere/x.csv')).rejects.toThrow(/cannot be read/);
  await expect(run('partners', fixturePath('occ-national-banks.csv'), '--type', 'wizard')).rejects.toThrow(
    /no partner type “wizard”/,
  );
});
