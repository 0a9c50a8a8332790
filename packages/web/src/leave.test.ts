import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { untilActsEnd } from './leave.ts';

function begin(client: QueryClient) {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const act = client
    .getMutationCache()
    .build(client, { mutationFn: () => done })
    .execute(undefined);
  return { finish, act };
}

it('waits for every act of the page and for nothing else', async () => {
  const client = new QueryClient();
  expect(await untilActsEnd(client)).toBe(false);
  const [first, second] = [begin(client), begin(client)];
  const said: string[] = [];
  const waiting = untilActsEnd(client).then((waited) => said.push(`left after waiting: ${waited}`));
  first.finish();
  await first.act;
  said.push('one act ended');
  second.finish();
  await Promise.all([second.act, waiting]);
  expect(said).toEqual(['one act ended', 'left after waiting: true']);
});
