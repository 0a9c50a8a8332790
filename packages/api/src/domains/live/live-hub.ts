import type { Database } from '@goodword/db';
import { AppError } from '../../shared/errors.ts';
import { type LiveEvent, listenToRelay, readRelayed, relayPosition } from './live.queries.ts';
import type { Position } from './live.ts';

const BATCH = 500;
const RETRY_MS = 500;
/** Looks by itself now and then: behind a pooler that drops notifications events still arrive, only later. */
const LOOK_EVERY_MS = 5000;
/** A page that was read just before it connected must not miss what happened between. */
const RECENT_MS = 10_000;
/** Open tabs share one stream; whoever has more than this is not a person with tabs. */
const MOST_PER_PERSON = 20;

export interface LiveStream {
  /** Where the stream begins. */
  start: Position;
  /** What happened just before. */
  recent: LiveEvent[];
  /** Events since the last call; waits at most `waitMs` for the first. */
  next(waitMs: number): Promise<LiveEvent[]>;
  close(): void;
}

export interface LiveHub {
  /** @throws `rate_limited` for more streams than a person can use */
  open(accountId: string): Promise<LiveStream>;
  /** Whether the process is about to end: streams end so that their pages connect elsewhere. */
  readonly leaving: AbortSignal;
  leave(): void;
  close(): Promise<void>;
}

interface Subscriber {
  accountId: string;
  queue: LiveEvent[];
  wake: () => void;
}

/**
 * One connection that listens, for all streams of a process. A notification only wakes it: what happened is read from
 * the outbox behind its own position, so that one that was lost in a reconnect loses nothing and none counts twice.
 * Does nothing until somebody listens.
 */
export function createLiveHub(db: Database): LiveHub {
  const subscribers = new Set<Subscriber>();
  const leaving = new AbortController();
  let recent: { at: number; event: LiveEvent }[] = [];
  let position: Position | undefined;
  let starting: Promise<void> | undefined;
  let unlisten: (() => Promise<void>) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let again = false;
  let closed = false;

  function lookIn(ms: number) {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  }

  async function look(): Promise<void> {
    if (closed || !position) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const events: LiveEvent[] = await readRelayed(db, position, BATCH);
        const last = events.at(-1);
        if (!last) continue;
        position = last.position;
        hand(events);
        again ||= events.length === BATCH;
      } while (again);
      lookIn(LOOK_EVERY_MS);
    } catch {
      // The database is away. The position stays: what happens meanwhile is read when it is back.
      lookIn(RETRY_MS);
    } finally {
      looking = false;
    }
  }

  function hand(events: LiveEvent[]) {
    const at = Date.now();
    recent = [...recent.filter((one) => one.at > at - RECENT_MS), ...events.map((event) => ({ at, event }))];
    for (const subscriber of subscribers) {
      subscriber.queue.push(...events);
      subscriber.wake();
    }
  }

  async function start(): Promise<void> {
    position = await relayPosition(db);
    unlisten = await listenToRelay(db, () => void look());
    lookIn(LOOK_EVERY_MS);
  }

  return {
    leaving: leaving.signal,
    leave: () => leaving.abort(),
    async open(accountId) {
      const open = [...subscribers].filter((one) => one.accountId === accountId).length;
      if (open >= MOST_PER_PERSON) {
        throw new AppError('rate_limited', {
          userMessage: 'Too many pages are open at once. Close some, and this one follows changes again.',
          retryAfterSeconds: 30,
        });
      }
      starting ??= start().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      await starting;
      const subscriber: Subscriber = { accountId, queue: [], wake: () => {} };
      subscribers.add(subscriber);
      const from = position as Position;
      const since = Date.now() - RECENT_MS;
      return {
        start: from,
        recent: recent.filter((one) => one.at > since).map(({ event }) => event),
        async next(waitMs) {
          if (subscriber.queue.length === 0) {
            await new Promise<void>((resolve) => {
              const late = setTimeout(resolve, waitMs);
              subscriber.wake = () => {
                clearTimeout(late);
                resolve();
              };
            });
            subscriber.wake = () => {};
          }
          return subscriber.queue.splice(0);
        },
        close() {
          subscribers.delete(subscriber);
          subscriber.wake();
        },
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await unlisten?.();
    },
  };
}
