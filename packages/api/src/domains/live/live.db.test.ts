import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { appRouter } from '../../root.ts';

let world: World;
let server: Server;
let address: string;

beforeAll(async () => {
  world = await World.open();
  server = createServer(async (request, response) => {
    const ended = new AbortController();
    response.on('close', () => ended.abort());
    const answer = await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: new Request(`${address}${request.url}`, {
        headers: request.headers as Record<string, string>,
        signal: ended.signal,
      }),
      router: appRouter,
      createContext: async () => {
        const base = world.requestAs('partner', null);
        const cookieHeader = request.headers.cookie ?? null;
        return { ...base, cookieHeader, principal: await base.sessions.read(cookieHeader) };
      },
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) Readable.fromWeb(answer.body as never).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

interface Message {
  kind: string;
  topic?: string;
  subjectId?: string;
  id: string;
  at: number;
}

async function signIn(partner: GivenPartner): Promise<string> {
  const { sessions } = world.requestAs('partner', null);
  const cookie = await sessions.open({ id: partner.accountId }, { twoFactorDone: true });
  return cookie.split(';')[0] ?? '';
}

/** A stream over real HTTP, read as it arrives. */
async function connect(cookie: string, lastEventId?: string) {
  const ended = new AbortController();
  open.push(() => ended.abort());
  const input = encodeURIComponent(JSON.stringify({ json: {} }));
  const response = await fetch(`${address}/api/trpc/live.changes?input=${input}`, {
    headers: {
      cookie,
      accept: 'text/event-stream',
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    },
    signal: ended.signal,
  });
  const heard: Message[] = [];
  let isOver = false;
  let raw = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      raw += decoder.decode(part, { stream: true });
      const blocks = raw.split('\n\n');
      raw = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.+)$/m.exec(block)?.[1];
        const id = /^id: (.+)$/m.exec(block)?.[1];
        if (data && id) heard.push({ ...JSON.parse(data).json, id, at: Date.now() });
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
    });
  const until = async (condition: () => boolean, ms = 4000) => {
    const limit = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > limit) throw new Error(`waited in vain; heard ${JSON.stringify(heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    status: response.status,
    heard,
    until,
    changed: () => heard.filter(({ kind }) => kind === 'changed'),
    isOver: () => isOver,
    close: async () => {
      ended.abort();
      await reading;
    },
  };
}

/** An event of a share, committed and then taken by the relay. */
async function shareEvent(partnerId: string, name: string): Promise<string> {
  const id = `shr_${name}`;
  await world.owner`
    insert into clients (id, name, locale, created_at) values ('cli_live', 'Zaphira Canarysson', 'en', now())
    on conflict do nothing`;
  await world.owner`
    insert into leads (id, client_id, status, source, region, currency, amenities, created_at)
    values (${`led_${name}`}, 'cli_live', 'qualified', 'staff', 'AE', 'USD', '{}', now())`;
  await world.owner`
    insert into lead_shares (id, lead_id, client_id, partner_id, engagement_id, partner_type_code, status, tick_contact,
      tick_budget, tick_requirements, shared_by, sent_at, answer_by)
    select ${id}, ${`led_${name}`}, 'cli_live', ${partnerId}, e.id, 'broker', 'withdrawn', true, true, true, 'test', now(), now()
    from engagements e where e.partner_id = ${partnerId}`;
  await inScope(world.system, (tx) =>
    recordChange(tx, world.system, {
      action: 'lead_share.expired',
      subjectType: 'lead_share',
      subjectId: id,
      payload: { canary: 'Zaphira' },
    }),
  );
  await world.settle();
  return id;
}

test('a committed event is heard within two seconds, by its partner only and without a word about the client', async () => {
  const [own, other] = [await givenActivePartner(world), await givenActivePartner(world)];
  const [mine, theirs] = [await connect(await signIn(own)), await connect(await signIn(other))];
  await mine.until(() => mine.heard.some(({ kind }) => kind === 'ready'));
  await theirs.until(() => theirs.heard.some(({ kind }) => kind === 'ready'));
  const before = Date.now();
  const id = await shareEvent(own.partnerId, 'first');
  await mine.until(() => mine.changed().some(({ topic }) => topic === 'leads'));
  const [change] = mine.changed();
  expect((change?.at ?? 0) - before).toBeLessThan(2000);
  expect(change).toMatchObject({ topic: 'leads', subjectId: id });
  expect(JSON.stringify(mine.heard)).not.toContain('Zaphira');
  expect(theirs.changed()).toEqual([]);
});

test('who connects again hears what was missed, once, and then what follows', async () => {
  const partner = await givenActivePartner(world);
  const cookie = await signIn(partner);
  const first = await connect(cookie);
  await first.until(() => first.heard.some(({ kind }) => kind === 'ready'));
  await shareEvent(partner.partnerId, 'seen');
  await first.until(() => first.changed().some(({ subjectId }) => subjectId === 'shr_seen'));
  const position = first.heard.findLast(({ subjectId }) => subjectId === 'shr_seen')?.id;
  await first.close();
  await shareEvent(partner.partnerId, 'missed');
  const second = await connect(cookie, position);
  await second.until(() => second.heard.some(({ kind }) => kind === 'ready'));
  await shareEvent(partner.partnerId, 'after');
  await second.until(() => second.changed().some(({ subjectId }) => subjectId === 'shr_after'));
  const shares = second.changed().filter(({ topic }) => topic === 'leads');
  expect(shares.map(({ subjectId }) => subjectId)).toEqual(['shr_missed', 'shr_after']);
});

test('when the listening connection is cut nothing is lost and nothing comes twice', async () => {
  const partner = await givenActivePartner(world);
  const stream = await connect(await signIn(partner));
  await stream.until(() => stream.heard.some(({ kind }) => kind === 'ready'));
  for (let round = 0; round < 3; round++) {
    const cut = await world.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`;
    expect(cut.length).toBeGreaterThan(0);
    await shareEvent(partner.partnerId, `cut${round}`);
    await stream.until(() => stream.changed().some(({ subjectId }) => subjectId === `shr_cut${round}`), 8000);
  }
  const ids = stream.changed().flatMap(({ topic, subjectId }) => (topic === 'leads' ? [subjectId] : []));
  expect(ids).toEqual(['shr_cut0', 'shr_cut1', 'shr_cut2']);
}, 30_000);

test('signing out elsewhere ends the stream before the next thing is said, and by itself a moment later', async () => {
  const partner = await givenActivePartner(world);
  const cookie = await signIn(partner);
  const stream = await connect(cookie);
  await stream.until(() => stream.heard.some(({ kind }) => kind === 'ready'));
  await world.owner`delete from sessions where account_id = ${partner.accountId}`;
  await shareEvent(partner.partnerId, 'late');
  await stream.until(() => stream.isOver());
  expect(stream.changed()).toEqual([]);
  expect(stream.heard.at(-1)?.kind).toBe('session_ended');

  const quiet = await connect(await signIn(partner));
  await quiet.until(() => quiet.heard.some(({ kind }) => kind === 'ready'));
  await world.owner`delete from sessions where account_id = ${partner.accountId}`;
  await quiet.until(() => quiet.isOver(), 14_000);
}, 30_000);

test('an open stream does not keep a session alive that nobody uses', async () => {
  const partner = await givenActivePartner(world);
  const cookie = await signIn(partner);
  const { sessions } = world.requestAs('partner', null);
  const expiry = () =>
    world.owner`select expires_at, last_used_at from sessions where account_id = ${partner.accountId}`;
  await world.owner`
    update sessions set expires_at = ${new Date(world.clock.now().getTime() + 3_600_000)}
    where account_id = ${partner.accountId}`;
  const before = await expiry();
  world.clock.advanceMinutes(59);
  expect(await sessions.look(cookie)).not.toBeNull();
  expect(await expiry()).toEqual(before);
  world.clock.advanceMinutes(1);
  expect(await sessions.look(cookie)).toBeNull();
});

test('without a session there is no stream', async () => {
  const stream = await connect('');
  await stream.until(() => stream.isOver());
  expect(stream.heard).toEqual([]);
});

test('a process that leaves ends its streams without an end of theirs, so that pages connect again', async () => {
  const partner = await givenActivePartner(world);
  const stream = await connect(await signIn(partner));
  await stream.until(() => stream.heard.some(({ kind }) => kind === 'ready'));
  world.live.leave();
  await stream.until(() => stream.isOver());
  expect(stream.heard.at(-1)?.kind).toBe('ready');
});
