import { expect, test } from 'vitest';
import { appServer } from './server.ts';

test('one request asks for so many answers and no more', async () => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';
  process.env.APP_SECRET = 'a secret for tests that is long enough';
  const ask = (calls: number) => {
    const paths = Array<string>(calls).fill('catalogue.partnerTypes').join(',');
    return appServer('patient').handle(new Request(`http://localhost/api/trpc/${paths}?batch=1&input={}`));
  };
  expect(await (await ask(21)).text()).toMatch(/batch/i);
  // What is not refused gets as far as the database, which is not there.
  expect((await ask(20)).status).not.toBe(400);
});
