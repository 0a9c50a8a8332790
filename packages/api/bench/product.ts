import { createHmac, randomUUID } from 'node:crypto';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { appServer } from '../src/server.ts';
import { consultation, pairOf } from './bare.ts';
import { keySecret, linkCode, type Setup, SIGNING_SECRET, seedId, sizes } from './places.ts';
import type { Side } from './side.ts';
import { type Answer, Wire } from './wire.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';

function expect(expected: number, { status, body }: Answer): void {
  if (status !== expected) throw new Error(`expected ${expected}, got ${status}: ${body.slice(0, 300)}`);
}

/** Calls to the edge process over keep-alive HTTP. */
function edgeSide(call: (wire: Wire, number: number) => Promise<void>): Side {
  return async ({ edgePort }) => ({
    async lane() {
      const wire = await Wire.open(edgePort);
      return { call: (number) => call(wire, number), close: () => wire.close() };
    },
    close: async () => {},
  });
}

export const click = edgeSide(async (wire, call) => {
  expect(302, await wire.call('GET', `/r/${linkCode((call % 100) + 1)}`, { 'user-agent': firefox }));
});

const signingKey = Buffer.from(SIGNING_SECRET.replace('whsec_', ''), 'base64');

export const event = edgeSide(async (wire, call) => {
  const id = `http-${call}-${randomUUID()}`;
  const body = JSON.stringify(consultation(id));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingKey).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    authorization: `Bearer ${keySecret((call % sizes.apiKeys) + 1)}`,
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  expect(202, await wire.call('POST', '/v1/events', headers, body));
});

/** Requests to the handler of an app as a browser sends them, without Next in front. */
function appSide(app: AccountAudience, request: (setup: Setup, call: number) => Request): Side {
  return async (setup) => {
    const server = appServer(app);
    const lane = async () => ({
      async call(number: number) {
        const response = await server.handle(request(setup, number));
        expect(200, { status: response.status, body: await response.text() });
      },
      close: () => {},
    });
    return { lane, close: async () => {} };
  };
}

function mutation(origin: string, cookie: string, procedure: string, input: object): Request {
  return new Request(`${origin}/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  });
}

function query(origin: string, cookie: string, procedure: string, input: object): Request {
  const text = encodeURIComponent(JSON.stringify({ json: input }));
  return new Request(`${origin}/api/trpc/${procedure}?input=${text}`, { headers: { cookie } });
}

export const submit = appSide('partner', ({ partnerUrl, partnerCookies }, call) => {
  const number = (call % sizes.signedIn) + 1;
  const active = number % 10 === 0 ? number - 1 : number;
  return mutation(partnerUrl, partnerCookies[active - 1] ?? '', 'referrals.submit', {
    engagementId: seedId('eng', active),
    source: 'email',
    clientName: 'Carla Client',
    clientEmail: `product-${randomUUID()}@client.test`,
    details: {},
    consentObtained: true,
  });
});

export const share = appSide('staff', ({ adminUrl, staffCookie }, call) =>
  mutation(adminUrl, staffCookie, 'shares.create', {
    ...pairOf(call, 'product'),
    ticks: { contact: true, budget: true, requirements: true },
  }),
);

export const leadPage = appSide('staff', ({ adminUrl, staffCookie }) =>
  query(adminUrl, staffCookie, 'leads.list', { status: 'new', limit: 25 }),
);

export const partnerHome = appSide('partner', ({ partnerUrl, partnerCookies }) =>
  query(partnerUrl, partnerCookies[0] ?? '', 'portal.home', {}),
);
