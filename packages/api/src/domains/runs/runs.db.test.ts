import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMortalWorker, startMortalWorker } from '../../../test/given/worker-process.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
  await buildMortalWorker();
});
afterAll(() => world.close());

const ROWS = 300;

test('a worker killed in the middle of an import loses the batch it was in, and no row is done twice', async () => {
  const lines = Array.from({ length: ROWS }, (_, n) => `${n},Bank ${n},OH,Lebanon`);
  const text = `External ID,Name,State,City\n${lines.join('\n')}\n`;
  const manager = await world.asStaff('manager');
  const { id } = await manager.imports.upload({
    fileName: 'killed.csv',
    contentBase64: Buffer.from(text).toString('base64'),
  });
  const { mapping } = await manager.imports.get({ id });
  await manager.imports.check({ id, source: 'killed', mapping, country: 'US', partnerTypeCode: 'lender' });
  await world.settle();
  const { runId } = await manager.imports.start({ id });
  const seen = async () => {
    const [row] = await world.owner<{ done: number; partners: number; rows: number; trail: number }[]>`
      select r.done,
        (select count(*)::int from partners where source = 'killed') as partners,
        (select count(*)::int from run_rows where run_id = r.id and result = 'created') as rows,
        (select count(*)::int from audit_entries where action = 'partner.imported' and request_id = r.id) as trail
      from runs r where r.id = ${runId}`;
    return row ?? { done: 0, partners: 0, rows: 0, trail: 0 };
  };
  const start = () => startMortalWorker({ url: world.place.url, runId, now: world.clock.now() });

  let kills = 0;
  for (let round = 0; round < 3; round++) {
    const before = (await seen()).done;
    const child = await start();
    while ((await seen()).done === before) await sleep(5);
    // It is in its next batch by now.
    await sleep(30 + round * 40);
    child.kill('SIGKILL');
    const [, signal] = await once(child, 'exit');
    if (signal === 'SIGKILL') kills += 1;
    const { done, ...effects } = await seen();
    expect(effects).toEqual({ partners: done, rows: done, trail: done });
  }
  expect(kills).toBeGreaterThan(0);
  expect((await seen()).done).toBeLessThan(ROWS);
  const [code] = await once(await start(), 'exit');
  expect(code).toBe(0);
  expect(await seen()).toEqual({ done: ROWS, partners: ROWS, rows: ROWS, trail: ROWS });
});
