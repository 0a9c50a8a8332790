import { afterAll, beforeAll, expect, test } from 'vitest';
import { toCsv } from '../../../../ui/src/lib/csv.ts';
import { banks, messy } from '../../../test/given/imports.ts';
import { World } from '../../../test/given/world.ts';
import { partnerFileColumns } from '../partners/partners.schema.ts';
import { importColumns, keptColumns } from './import.ts';
import { importPartners } from './import-partners.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** The file a manager gets of every partner. */
async function exportAll(): Promise<Uint8Array> {
  const manager = await world.asStaff('manager');
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof manager.partners.exportPage>> = await manager.partners.exportPage({
      cursor,
      limit: 150,
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor);
  const text = toCsv(
    partnerFileColumns.map(([header]) => header),
    rows.map((row) => partnerFileColumns.map(([, cell]) => cell(row))),
  );
  return new TextEncoder().encode(`\ufeff${text}`);
}

const everything = () => world.owner`select * from partners order by id`;

test('every column of the export is understood by the import, or known as one that Goodword keeps', () => {
  const understood = importColumns.flatMap(({ headers }) => [...headers] as string[]);
  for (const [header] of partnerFileColumns) {
    const known =
      understood.includes(header.toLowerCase()) || (keptColumns as readonly string[]).includes(header);
    expect(known, header).toBe(true);
  }
});

test('what goes out and comes back changes nothing: banks, messy rows, Arabic, formulas, many lines', async () => {
  const manager = await world.asStaff('manager');
  await importPartners(world.system, banks);
  await importPartners(world.system, messy);
  const names = [
    '=1+1',
    "'=already marked",
    '+971 Trading',
    '-',
    '@home',
    "'tis a name",
    'مكتب "الأفق", دبي',
    'a;b\tc',
  ];
  for (const [index, name] of names.entries()) {
    const { id } = await manager.partners.invite({
      name,
      contactName: name,
      email: `odd-${index}@round.test`,
      phone: '04 555 0100',
      website: 'odd.test',
      partnerTypeCode: 'broker',
      regions: ['AE-DU'],
      capacity: index,
    });
    await manager.partners.update({
      id,
      internalNotes: `=first\n\n"second", third\n${'line\n'.repeat(40)}+last`,
      about: "-- we sell\n'quoted'",
    });
  }
  await manager.partners.addEngagement({
    partnerId: (await manager.partners.list({ search: '=1+1' })).rows[0]?.id ?? '',
    partnerTypeCode: 'channel',
    regions: ['AE'],
  });
  const before = await everything();
  expect(before.length).toBe(418);

  const bytes = await exportAll();
  const report = await importPartners(world.system, { fileName: 'partners.csv', bytes });
  expect(report.rows.filter(({ result }) => result !== 'unchanged')).toEqual([]);
  expect(report.counts).toMatchObject({ unchanged: 418 });
  expect(await everything()).toEqual(before);
  expect(new TextDecoder().decode(await exportAll())).toBe(new TextDecoder().decode(bytes));
});

test('a cell changed in an exported file changes that field of that partner, and no name becomes a formula', async () => {
  const text = new TextDecoder().decode(await exportAll());
  const changed = text.replace(",''=already marked,", ',Marked anew,').replace(",'@home,", ",'@away,");
  const report = await importPartners(world.system, {
    fileName: 'partners.csv',
    bytes: new TextEncoder().encode(changed),
  });
  const touched = report.rows.filter(({ result }) => result !== 'unchanged');
  expect(touched.map(({ name, result, code, fields }) => [name, result, code, fields])).toEqual([
    ['Marked anew', 'updated', null, ['name']],
    ['@away', 'refused', 'formula', []],
  ]);
});
