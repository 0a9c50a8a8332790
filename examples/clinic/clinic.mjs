#!/usr/bin/env node
/**
 * A clinic's system in one file and without dependencies: tells Goodword of a consultation and takes a patient's
 * credit off an order. `node examples/clinic/clinic.mjs` says how.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

const usage = `Usage
  node examples/clinic/clinic.mjs consultation --email <patient> [--payer self_pay] [--jurisdiction US-CA]
                                               [--id <consultation id>] [--at <moment>] [--patient-id <your id>]
  node examples/clinic/clinic.mjs checkout     --email <patient> --total <minor units> [--currency USD]
                                               [--order <order id>] [--kind order|consultation] [--voucher <id>]
                                               [--patient-id <your id>] [--abandon]

Settings (environment)
  GOODWORD_API_KEY         gw_live_…   shown once when the key was created (admin → Settings → API keys)
  GOODWORD_SIGNING_SECRET  whsec_…     shown with it
  GOODWORD_URL             http://localhost:3003 unless said otherwise
`;

const say = (text) => process.stdout.write(`${text}\n`);

class Refused extends Error {}

/** Signs and sends one call. The same key may be sent again after a broken connection: it is done once. */
async function post(path, body, key) {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const secret = Buffer.from(settings.signingSecret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', secret).update(`${key}.${timestamp}.${text}`).digest('base64');
  const request = {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${settings.apiKey}`,
      'webhook-id': key,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
      'idempotency-key': key,
    },
  };
  const response = await fetch(`${settings.url}${path}`, request);
  const answer = await response.json();
  if (!response.ok) throw new Refused(`${response.status} ${answer.error.code}: ${answer.error.message}`);
  return answer;
}

function patient(options) {
  if (!options.email && !options['patient-id'])
    throw new Refused('Name the patient with --email or --patient-id.');
  return {
    ...(options.email ? { patientEmail: options.email } : {}),
    ...(options['patient-id'] ? { patientExternalId: options['patient-id'] } : {}),
  };
}

async function consultation(options) {
  const consultationId = options.id ?? `consultation-${randomUUID()}`;
  const answer = await post(
    '/v1/events',
    {
      type: 'consultation.completed',
      data: {
        ...patient(options),
        consultationId,
        completedAt: options.at ?? new Date().toISOString(),
        payer: options.payer,
        ...(options.jurisdiction ? { jurisdiction: options.jurisdiction } : {}),
      },
    },
    // The id of the consultation makes the key: telling of it twice tells of it once.
    `${consultationId}-completed`,
  );
  say(`Told of ${consultationId}: ${answer.status} as ${answer.id}.`);
}

async function checkout(options) {
  if (!/^[1-9]\d*$/.test(options.total ?? '')) {
    throw new Refused('Write --total in minor units, such as 12500 for 125.00.');
  }
  const orderId = options.order ?? `order-${randomUUID()}`;
  const reserved = await post(
    '/v1/checkout/reserve',
    {
      ...patient(options),
      orderId,
      kind: options.kind,
      currency: options.currency,
      orderTotalMinor: options.total,
      ...(options.voucher ? { voucherId: options.voucher } : {}),
    },
    `${orderId}-reserve-${options.total}`,
  );
  say(`Reserved ${reserved.creditMinor} ${reserved.currency} for ${orderId} until ${reserved.expiresAt}.`);
  const { reservationId } = reserved;
  if (options.abandon) {
    await post('/v1/checkout/release', { reservationId }, `${reservationId}-release`);
    say('The patient walked away: the credit is free again.');
    return;
  }
  const toPay = BigInt(options.total) - BigInt(reserved.creditMinor);
  say(`Charged the patient ${toPay} ${reserved.currency}.`);
  await post('/v1/checkout/commit', { reservationId }, `${reservationId}-commit`);
  say(`Used ${reserved.creditMinor} ${reserved.currency} of credit (${reservationId}).`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: 'string' },
    'patient-id': { type: 'string' },
    payer: { type: 'string', default: 'self_pay' },
    jurisdiction: { type: 'string' },
    id: { type: 'string' },
    at: { type: 'string' },
    total: { type: 'string' },
    currency: { type: 'string', default: 'USD' },
    order: { type: 'string' },
    kind: { type: 'string', default: 'order' },
    voucher: { type: 'string' },
    abandon: { type: 'boolean', default: false },
  },
});

const settings = {
  url: (process.env.GOODWORD_URL ?? 'http://localhost:3003').replace(/\/+$/, ''),
  apiKey: process.env.GOODWORD_API_KEY ?? '',
  signingSecret: process.env.GOODWORD_SIGNING_SECRET ?? '',
};
const commands = { consultation, checkout };
const command = commands[positionals[0]];

if (!command || !settings.apiKey || !settings.signingSecret) {
  say(usage);
  process.exit(2);
}
try {
  await command(values);
} catch (error) {
  if (error instanceof Refused) say(error.message);
  else
    say(
      `Goodword does not answer at ${settings.url}. Is it running? (${error.cause?.code ?? error.message})`,
    );
  process.exit(1);
}
