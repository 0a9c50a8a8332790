import { setTimeout as sleep } from 'node:timers/promises';

const AGAIN_MS = 500;

/**
 * An open page, as far as it listens: connects again from where it was whenever the stream ends.
 *
 * @param {string} url of the app
 * @param {string} cookie
 */
export function openListener(url, cookie) {
  /** Ids of everything that was said to have changed. @type {Set<string>} */
  const heard = new Set();
  const done = new AbortController();
  /** @type {string | undefined} */
  let lastEventId;
  let connections = 0;

  /** @param {string} block one event of the stream */
  const take = (block) => {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }),
    );
    if (fields.id) lastEventId = fields.id;
    if (!fields.data) return;
    const message = JSON.parse(fields.data)?.json;
    if (message?.kind === 'ready') connections += 1;
    if (message?.kind === 'changed') heard.add(message.subjectId);
  };

  const connect = async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { lastEventId } }));
    const response = await fetch(`${url}/api/trpc/live.changes?input=${input}`, {
      headers: { cookie, accept: 'text/event-stream' },
      signal: done.signal,
    });
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  };
  const listening = (async () => {
    while (!done.signal.aborted) {
      await connect().catch(() => undefined);
      if (!done.signal.aborted) await sleep(AGAIN_MS);
    }
  })();
  return {
    heard,
    connections: () => connections,
    async close() {
      done.abort();
      await listening;
    },
  };
}
