import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const EVENT_LANES = 6;
const CLICK_LANES = 3;
const PAUSE_MS = 25;
const PATIENCE_MS = 8_000;

/** @typedef {{ status: number, ms: number }} Answer status 0: no answer came */

/**
 * Other systems and people at work: signed events, each sent again under its key until it is acknowledged, and clicks,
 * each by a visitor of its own and never repeated. Remembers what was acknowledged.
 *
 * @param {{ edgeUrl: string, keys: { key: string, signingSecret: string }[], codes: string[], patientEmail: string }} target
 */
export function startTraffic({ edgeUrl, keys, codes, patientEmail }) {
  const agent = new Agent({ keepAlive: true, maxSockets: EVENT_LANES + CLICK_LANES });
  /** @type {string[]} */
  const events = [];
  /** @type {{ userAgent: string, at: Date }[]} */
  const clicks = [];
  /** Everything that was not acknowledged at once. @type {Answer[]} */
  const refusals = [];
  let lastAcknowledged = Date.now();
  let going = true;
  let count = 0;

  /** @param {import('node:http').RequestOptions & { path: string, body?: string }} options @returns {Promise<Answer>} */
  const call = async ({ path, body, ...options }) => {
    const begun = performance.now();
    const status = await send(`${edgeUrl}${path}`, { ...options, agent }, body);
    const answer = { status, ms: performance.now() - begun };
    if (status === 202 || status === 302) lastAcknowledged = Date.now();
    else refusals.push(answer);
    return answer;
  };

  // Each sender calls from an address of its own, so that none is refused for what another was refused for.
  const eventLane = async (/** @type {number} */ sender) => {
    const from = process.platform === 'linux' ? { family: 4, localAddress: `127.0.0.${sender + 2}` } : {};
    while (going) {
      count += 1;
      const id = `drill-${randomUUID()}`;
      const { key, signingSecret } = keys[count % keys.length];
      const body = eventBody(id, patientEmail);
      // A sender repeats the very same request until it is acknowledged, also when the rest has stopped.
      for (let attempt = 0; attempt < 400; attempt += 1) {
        const { status } = await call({
          method: 'POST',
          path: '/v1/events',
          ...from,
          headers: sign(id, body, key, signingSecret),
          body,
        });
        if (status === 202) {
          events.push(id);
          break;
        }
        await sleep(150);
      }
      await sleep(PAUSE_MS);
    }
  };
  const clickLane = async () => {
    while (going) {
      count += 1;
      // Digits only: some letters in a row would make a robot of a person.
      const userAgent = `Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0.${process.pid}.${Date.now()}.${count}`;
      const at = new Date();
      const { status } = await call({
        method: 'GET',
        path: `/r/${codes[count % codes.length]}`,
        headers: { 'user-agent': userAgent },
      });
      if (status === 302) clicks.push({ userAgent, at });
      await sleep(PAUSE_MS);
    }
  };
  const lanes = [
    ...Array.from({ length: EVENT_LANES }, (_, sender) => eventLane(sender)),
    ...Array.from({ length: CLICK_LANES }, clickLane),
  ];
  return {
    events,
    clicks,
    refusals,
    lastAcknowledged: () => lastAcknowledged,
    async stop() {
      going = false;
      await Promise.all(lanes);
      agent.destroy();
    },
  };
}

/** @param {string} id @param {string} patientEmail */
function eventBody(id, patientEmail) {
  const completedAt = new Date(Date.now() - 60_000).toISOString();
  return JSON.stringify({
    type: 'consultation.completed',
    data: { patientEmail, consultationId: id, completedAt, payer: 'self_pay' },
  });
}

/** Signed anew for each attempt, because a signature ages. @param {string} id @param {string} body @param {string} key @param {string} signingSecret */
function sign(id, body, key, signingSecret) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const secret = Buffer.from(signingSecret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${key}`,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/**
 * One request; answers its status, or 0 when none came.
 *
 * @param {string} url
 * @param {import('node:http').RequestOptions} [options]
 * @param {string} [body]
 * @returns {Promise<number>}
 */
export function send(url, options = {}, body = undefined) {
  return new Promise((resolve) => {
    const call = request(url, { timeout: PATIENCE_MS, ...options }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(0));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
