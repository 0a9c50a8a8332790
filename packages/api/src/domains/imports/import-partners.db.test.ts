import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../../../test/given/world.ts';
import { runImportCommand } from './import-command.ts';
import { importPartners } from './import-partners.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const path = (name: string) => new URL(`../../../test/fixtures/${name}`, import.meta.url).pathname;
const banks = {
  text: readFileSync(path('occ-national-banks.csv'), 'utf8'),
  source: 'occ-national-banks',
  partnerTypeCode: 'lender',
  country: 'US',
};
const messy = { text: readFileSync(path('partners-messy.csv'), 'utf8'), source: 'messy' };

async function numbers() {
  const [row] = await world.owner`
    select (select count(*)::int from partners) as partners, (select count(*)::int from audit_entries) as trail,
           (select count(*)::int from messages) as mails`;
  return row;
}

test('400 institutions become invited lenders in their state: no mail, and coverage does not move', async () => {
  const manager = await world.asStaff('manager');
  const before = await manager.coverage.list({ country: 'US', partnerTypeCode: 'lender' });
  const report = await importPartners(world.system, banks);
  expect(report.counts).toEqual({ created: 400, updated: 0, unchanged: 0, refused: 0 });
  await world.settle();

  const rows = await world.owner`
    select p.status, p.source, p.external_id, p.email, p.country, e.partner_type_code, e.regions
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
  expect((await numbers())?.mails).toBe(0);
  expect(await manager.coverage.list({ country: 'US', partnerTypeCode: 'lender' })).toEqual(before);
});

test('a second run changes nothing and leaves no trace', async () => {
  const before = await numbers();
  const report = await importPartners(world.system, banks);
  expect(report.counts).toEqual({ created: 0, updated: 0, unchanged: 400, refused: 0 });
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
  const text = banks.text.replace('1000 East Main Street,Lebanon,OH', '1000 East Main Street,Mason,KY');
  const report = await importPartners(world.system, { ...banks, text });
  expect(report.counts).toMatchObject({ updated: 1, unchanged: 399 });
  const [row] = await world.owner`
    select p.city, e.regions from partners p join engagements e on e.partner_id = p.id where external_id = '8709'`;
  expect(row).toEqual({ city: 'Mason', regions: ['US-OH'] });
});

test('a messy file: bad rows are named by line, the rest is imported, nobody gets mail', async () => {
  const dry = await importPartners(world.system, { ...messy, dryRun: true });
  const before = await numbers();
  const report = await importPartners(world.system, messy);
  expect({ ...report, dryRun: true }).toEqual(dry);

  const refused = report.rows.filter((row) => row.result === 'refused');
  expect(refused.map(({ line, code }) => [line, code])).toEqual([
    [8, 'duplicate'],
    [10, 'email'],
    [11, 'rate'],
    [12, 'formula'],
    [13, 'formula'],
    [14, 'name'],
    [15, 'type'],
    [16, 'capacity'],
    [21, 'name'],
    [23, 'status'],
  ]);
  for (const row of refused) expect(row.message).toMatch(/\w+ \w+.*\.$/);
  expect(refused.find((row) => row.line === 16)?.message).toMatch(/whole number/);
  expect(report.counts).toEqual({ created: 10, updated: 0, unchanged: 0, refused: 10 });
  await world.settle();
  const after = await numbers();
  expect(after?.partners).toBe((before?.partners ?? 0) + 10);
  expect(after?.mails).toBe(0);

  const rows = await world.owner`
    select p.name, p.status, p.phone, p.website, p.email_normalised, p.capacity, e.rate_bps, e.regions
    from partners p join engagements e on e.partner_id = p.id where p.source = 'messy'`;
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
  expect(named.has('Line Break Partners')).toBe(true);
  expect(named.has('Zero Width Space')).toBe(true);
  expect(rows.some((row) => row.status === 'active')).toBe(false);
});

test('a second run of the messy file changes nothing', async () => {
  const before = await numbers();
  const report = await importPartners(world.system, messy);
  expect(report.counts).toEqual({ created: 0, updated: 0, unchanged: 10, refused: 10 });
  expect(await numbers()).toEqual(before);
});

test('two runs at once create each partner once', async () => {
  const text = 'External ID,Name,State\n1,One,OH\n2,Two,OH\n3,Three,OH\n4,Four,OH\n';
  const request = { ...banks, text, source: 'twice' };
  const reports = await Promise.all([1, 2].map(() => importPartners(world.system, request)));
  expect(reports.reduce((sum, report) => sum + report.counts.created, 0)).toBe(4);
  const [row] = await world.owner`select count(*)::int as n from partners where source = 'twice'`;
  expect(row?.n).toBe(4);
});

test('an address that belongs to another partner is refused with its name', async () => {
  const text = 'Name,Email,State\nGate,LAYLA@harbourgate.test,OH\n';
  const { rows } = await importPartners(world.system, { ...banks, text, source: 'other' });
  expect(rows[0]).toMatchObject({ result: 'refused', code: 'already_exists' });
  expect(rows[0]?.message).toContain('Harbour Gate Realty');
});

test('the command prints what needs attention, and one sentence for what it cannot do', async () => {
  const lines = await runImportCommand(world.system, [
    'partners',
    path('partners-messy.csv'),
    '--source',
    'messy',
  ]);
  expect(lines.at(-1)).toBe('0 created, 0 updated, 10 unchanged, 10 refused.');
  expect(lines).toContainEqual(
    expect.stringMatching(/refused line 10 \(Bad Email Inc\): Write a complete e-mail/),
  );
  const run = (...args: string[]) => runImportCommand(world.system, args);
  await expect(run('partners')).rejects.toThrow(/Write: import partners/);
  await expect(run('partners', 'x.csv', '--nope')).rejects.toThrow(/Write: import partners/);
  await expect(run('partners', '/nowhere/x.csv')).rejects.toThrow(/cannot be read/);
  await expect(run('partners', path('occ-national-banks.csv'), '--type', 'wizard')).rejects.toThrow(
    /no partner type “wizard”/,
  );
});
