import type { LiveMessage } from '@goodword/api/client';

/** What a stream says, and from where another one would go on. */
export interface Heard {
  id: string;
  message: LiveMessage;
}

export type OpenStream = (
  from: string | undefined,
  on: { heard: (heard: Heard) => void; ended: () => void },
) => () => void;

const NAME = 'goodword-live';
const AGAIN_MS = 3000;

/**
 * One stream for all tabs of an app: a browser opens few connections to a place, and tabs that each hold one leave none
 * for anything else. The tab that holds the lock listens and tells the others; when it closes the next one takes over
 * from where it was. Where a browser has no locks each tab listens for itself.
 */
export function shareStream(open: OpenStream, onHeard: (heard: Heard) => void): () => void {
  const done = new AbortController();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);
  let position: string | undefined;

  const take = (heard: Heard) => {
    position = heard.id;
    onHeard(heard);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<Heard>) => take(data));

  const listen = () =>
    new Promise<void>((resolve) => {
      let close = () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      const connect = () => {
        close = open(position, {
          heard: (heard) => {
            channel?.postMessage(heard);
            take(heard);
          },
          ended: () => {
            if (!done.signal.aborted) timer = setTimeout(connect, AGAIN_MS);
          },
        });
      };
      connect();
      done.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        close();
        resolve();
      });
    });

  if ('locks' in navigator) {
    // Refused when this tab goes before its turn came.
    navigator.locks.request(NAME, { signal: done.signal }, listen).catch(() => undefined);
  } else void listen();

  return () => {
    done.abort();
    channel?.close();
  };
}
