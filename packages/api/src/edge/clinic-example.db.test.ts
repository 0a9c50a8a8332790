import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, codeOf, givenPatient, givenProgram } from '../../test/given/friends.ts';
import { World } from '../../test/given/world.ts';

const script = fileURLToPath(new URL('../../../../examples/clinic/clinic.mjs', import.meta.url));

let world: World;
let clinic: Clinic;

beforeAll(async () => {
  // The example signs with the real time.
  world = await World.open(new Date());
  clinic = await Clinic.open(world);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env.PATH,
    GOODWORD_URL: clinic.address,
    GOODWORD_API_KEY: clinic.key,
    GOODWORD_SIGNING_SECRET: clinic.signingSecret,
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, output: stdout };
  }
}

test('the example client tells of a consultation, uses the reward on an order, and once more changes nothing', async () => {
  const program = await givenProgram(world);
  await givenPatient(world, { email: 'amal@mail.test' });
  await givenPatient(world, { email: 'ben@mail.test', code: await codeOf(world, 'amal@mail.test', program) });

  for (let n = 0; n < 2; n++) {
    const at = world.clock.now().toISOString();
    const told = await run('consultation', '--email', 'ben@mail.test', '--id', 'C-1', '--at', at);
    expect(told).toMatchObject({ code: 0, output: expect.stringContaining('accepted') });
    await world.settle();
  }
  for (let n = 0; n < 2; n++) {
    const paid = await run('checkout', '--email', 'amal@mail.test', '--total', '3000', '--order', 'O-1');
    expect(paid).toMatchObject({ code: 0, output: expect.stringContaining('Used 3000 USD of credit') });
  }
  const left = await run('checkout', '--email', 'amal@mail.test', '--total', '9000', '--abandon');
  expect(left.output).toMatch(/Reserved 2000 USD/);
  expect(left.output).toMatch(/free again/);
  const { balances } = await (await world.asPatient('amal@mail.test')).rewards.wallet();
  expect(balances).toMatchObject([{ amountMinor: 2000n, reservedMinor: 0n }]);
});

test('the example client says what is wrong in words', async () => {
  expect(await run()).toMatchObject({ code: 2, output: expect.stringContaining('Usage') });
  expect(await run('checkout', '--email', 'ghost@mail.test', '--total', '100')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/404 not_found: This patient does not exist/),
  });
});
