import { afterAll, beforeAll, expect, test } from 'vitest';
import { importText, messy } from '../../../test/given/imports.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { findRun, workRuns } from '../runs/index.ts';
import { forgetImports, KEPT_DAYS } from './forget-imports.ts';
import { importKinds } from './import-kinds.ts';
import { importPartners } from './import-partners.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const file = (rows: number) =>
  `External ID,Name,State,City\n${Array.from({ length: rows }, (_, n) => `${n},Bank ${n},OH,Lebanon`).join('\n')}\n`;

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Uploads and checks as a manager; answers the import. */
async function checked(text: string, source: string) {
  const manager = await world.asStaff('manager');
  const { id } = await manager.imports.upload({ fileName: `${source}.csv`, contentBase64: base64(text) });
  const { mapping } = await manager.imports.get({ id });
  await manager.imports.check({ id, source, mapping, country: 'US', partnerTypeCode: 'lender' });
  await world.settle();
  return { manager, id };
}

async function resultOf(id: string) {
  const manager = await world.asStaff('manager');
  const { run } = await manager.imports.get({ id });
  const { rows } = await manager.runs.rows({ runId: run?.id ?? '', limit: 100 });
  return { run, rows };
}

const countOf = async (source: string) => {
  const [row] = await world.owner`select count(*)::int as n from partners where source = ${source}`;
  return row?.n;
};

test('two imports of the same file at once create each partner once', async () => {
  const reports = await Promise.all([1, 2].map(() => importText(world.system, file(40), 'twice')));
  expect(reports.reduce((sum, report) => sum + report.counts.created, 0)).toBe(40);
  expect(reports.reduce((sum, report) => sum + report.counts.unchanged, 0)).toBe(40);
  expect(await countOf('twice')).toBe(40);
});

test('an import started twice at once is one run, and worked by many workers each row is done once', async () => {
  const { manager, id } = await checked(file(120), 'started-twice');
  const started = await Promise.all([1, 2, 3].map(() => manager.imports.start({ id })));
  expect(new Set(started.map(({ runId }) => runId)).size).toBe(1);
  const work = async () => {
    const runId = started[0]?.runId ?? '';
    while ((await inScope(world.system, (tx) => findRun(tx, runId)))?.status !== 'completed') {
      await workRuns(world.system, importKinds, runId);
    }
  };
  await Promise.all([work(), work(), work()]);
  const { run } = await resultOf(id);
  expect(run).toMatchObject({ status: 'completed', total: 120, done: 120, counts: { created: 120 } });
  expect(await countOf('started-twice')).toBe(120);
  const [trail] = await world.owner`
    select count(*)::int as n from audit_entries where action = 'partner.imported' and request_id = ${run?.id ?? ''} and actor_type = 'staff'`;
  expect(trail?.n).toBe(120);
});

test('what a colleague changed after the check is left alone and says so; the rest is done', async () => {
  await importText(world.system, file(3), 'meanwhile');
  const { manager, id } = await checked(file(4).replaceAll('Lebanon', 'Mason'), 'meanwhile');
  const partnerOf = async (externalId: string) => {
    const [row] = await world.owner`
      select id, city from partners where source = 'meanwhile' and external_id = ${externalId}`;
    return row;
  };
  await manager.partners.update({ id: (await partnerOf('0'))?.id, city: 'Dayton' });
  await manager.partners.update({ id: (await partnerOf('1'))?.id, city: 'Mason' });
  await manager.imports.start({ id });
  await world.settle();
  const { rows } = await resultOf(id);
  expect(rows.map(({ result, code }) => [result, code])).toEqual([
    ['changed', 'changed_since_check'],
    ['unchanged', null],
    ['updated', null],
    ['created', null],
  ]);
  expect(rows[1]?.notes).toMatchObject([{ code: 'done_meanwhile' }]);
  expect((await partnerOf('0'))?.city).toBe('Dayton');
  expect((await partnerOf('2'))?.city).toBe('Mason');
});

test('import and staff edit at the same moment: whoever comes second sees the other, and nothing is lost', async () => {
  for (let round = 0; round < 8; round++) {
    const source = `race-${round}`;
    await importText(world.system, file(1), source);
    const { manager, id } = await checked(file(1).replaceAll('Lebanon', 'Mason'), source);
    const [partner] = await world.owner`select id from partners where source = ${source}`;
    await manager.imports.start({ id });
    await Promise.all([world.settle(), manager.partners.update({ id: partner?.id, city: 'Dayton' })]);
    await world.settle();
    const { rows } = await resultOf(id);
    const [after] = await world.owner`select city from partners where source = ${source}`;
    // The edit came last, or it came first and the row was left alone: the import never overwrites what it did not see.
    expect(['updated', 'changed']).toContain(rows[0]?.result);
    expect(after?.city).toBe('Dayton');
  }
});

test('a batch that is cut off leaves nothing, and the next one goes on where the last whole one ended', async () => {
  const { manager, id } = await checked(file(120), 'cut');
  const { runId } = await manager.imports.start({ id });
  await workRuns(world.system, importKinds, runId);
  const progress = (await manager.runs.get({ id: runId })).done;
  expect(progress).toBeGreaterThan(0);
  expect(progress).toBeLessThan(120);
  const before = await countOf('cut');
  const [kind] = importKinds.filter(({ name }) => name === 'partner_import');
  const dying = {
    ...kind,
    name: 'partner_import' as const,
    open: async (...args: Parameters<NonNullable<typeof kind>['open']>) => {
      const workRow = await kind?.open(...args);
      let rows = 0;
      return async (position: number) => {
        rows += 1;
        if (rows > 5 || !workRow) throw new Error('the power went');
        return workRow(position);
      };
    },
  };
  await expect(workRuns(world.system, [dying], runId)).rejects.toThrow('the power went');
  expect(await countOf('cut')).toBe(before);
  expect((await manager.runs.get({ id: runId })).done).toBe(progress);
  world.clock.advanceMinutes(1);
  await world.settle();
  const { run } = await resultOf(id);
  expect(run).toMatchObject({ status: 'completed', done: 120, counts: { created: 120 } });
  expect(await countOf('cut')).toBe(120);
});

test('a run that cannot go on is given up after five failures and says so', async () => {
  const { manager, id } = await checked(file(2), 'broken');
  const { runId } = await manager.imports.start({ id });
  const broken = { name: 'partner_import' as const, open: () => Promise.reject(new Error('broken')) };
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(workRuns(world.system, [broken], runId)).rejects.toThrow('broken');
    expect(await workRuns(world.system, [broken], runId)).toBe(false);
    world.clock.advanceMinutes(1);
  }
  expect((await manager.runs.get({ id: runId })).status).toBe('failed');
  expect(await countOf('broken')).toBe(0);
});

test('a cancelled run stops after the batch it is in; what is done stays done', async () => {
  const { manager, id } = await checked(file(120), 'stopped');
  const { runId } = await manager.imports.start({ id });
  await workRuns(world.system, importKinds, runId);
  await manager.runs.cancel({ id: runId });
  await world.settle();
  const run = await manager.runs.get({ id: runId });
  expect(run.status).toBe('cancelled');
  expect(await countOf('stopped')).toBe(run.done);
  await expect(manager.runs.cancel({ id: runId })).rejects.toThrow(/cannot become cancelled/);
  // A new check shows what is left.
  const detail = await manager.imports.get({ id });
  await manager.imports.check({
    id,
    source: 'stopped',
    mapping: detail.mapping,
    country: 'US',
    partnerTypeCode: 'lender',
  });
  await world.settle();
  const { check } = await manager.imports.get({ id });
  expect(check?.counts).toEqual({ unchanged: run.done, created: 120 - run.done });
});

test('nothing is imported before its check is complete, and settings stay while a run is under way', async () => {
  const manager = await world.asStaff('manager');
  const { id } = await manager.imports.upload({ fileName: 'early.csv', contentBase64: base64(file(2)) });
  await expect(manager.imports.start({ id })).rejects.toThrow(/Check the file first/);
  const settings = {
    id,
    source: 'early',
    mapping: { name: 'Name' },
    country: 'US',
    partnerTypeCode: 'lender',
  };
  await manager.imports.check(settings);
  await expect(manager.imports.start({ id })).rejects.toThrow(/Check the file first/);
  await expect(manager.imports.check(settings)).rejects.toThrow(/being worked/);
});

test('how a source was read is remembered for its next file', async () => {
  const manager = await world.asStaff('manager');
  const upload = () =>
    manager.imports.upload({ fileName: 'yearly.csv', contentBase64: base64('Title,Who\nBank,Ann\n') });
  const first = await upload();
  expect((await manager.imports.get(first)).mapping).toEqual({});
  const mapping = { name: 'Title', contactName: 'Who' };
  await manager.imports.check({ ...first, source: 'yearly', mapping, country: 'SG', partnerTypeCode: 'law' });
  await world.settle();
  const second = await manager.imports.get(await upload());
  expect(second).toMatchObject({
    mapping,
    country: 'SG',
    partnerTypeCode: 'law',
    samples: { Title: 'Bank' },
  });
});

test('file and names are forgotten a few days after the import, and were never in trail or outbox', async () => {
  const report = await importPartners(world.system, { ...messy, source: 'forgotten' });
  const manager = await world.asStaff('manager');
  await forgetImports(world.system);
  expect((await manager.imports.get({ id: report.importId })).samples).not.toEqual({});

  world.clock.advanceDays(KEPT_DAYS + 1);
  await forgetImports(world.system);
  const { run, rows } = await resultOf(report.importId);
  expect(run?.counts).toMatchObject({ created: 10, refused: 10 });
  for (const row of rows) expect(row).toMatchObject({ name: null, message: null, notes: [] });
  expect(rows.filter(({ code }) => code === 'email')).toHaveLength(1);
  const [kept] = await world.owner`
    select (select count(*)::int from partner_imports i where i::text ~* 'layla|harbourgate') as files,
           (select count(*)::int from run_rows r where r::text ~* 'layla|harbour|sharma') as results,
           (select count(*)::int from audit_entries a where a::text ~* 'layla|harbourgate|sharma') as trail,
           (select count(*)::int from outbox o where o::text ~* 'layla|harbourgate|sharma') as events`;
  expect(kept).toEqual({ files: 0, results: 0, trail: 0, events: 0 });
  await expect(manager.imports.start({ id: report.importId })).resolves.toEqual({ runId: run?.id });
  await expect(
    manager.imports.check({ id: report.importId, source: 'x', mapping: { name: 'Partner Name' } }),
  ).rejects.toThrow(/no longer kept/);
});
