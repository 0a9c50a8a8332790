import { setTimeout as sleep } from 'node:timers/promises';
import { allows, type Permission } from '../../auth/permissions.ts';
import type { Principal } from '../../auth/sessions.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { type LiveEvent, readRelayed } from './live.queries.ts';
import type { LiveMessage } from './live.schema.ts';
import {
  audible,
  isBehind,
  type Listener,
  type LiveTopic,
  liveTopics,
  type Position,
  positionText,
  readPosition,
} from './live.ts';

/** A session that ended elsewhere ends the stream after this time at the latest, also when nothing happens. */
const RECHECK_MS = 10_000;
const RETRY_MS = 1000;
/** With more missed than this, everything is better read again. */
const MOST_REPLAYED = 500;

export interface Heard {
  /** Where to go on after this. */
  id: string;
  message: LiveMessage;
}

/** Topics that not every staff role may read. Of the others every role reads at least the lists. */
const restricted: Partial<Record<LiveTopic, Permission>> = { payouts: 'payouts.read', jobs: 'jobs.read' };

function listenerOf(principal: Principal): Listener {
  const { audience, accountId, partnerId, clientId, role } = principal;
  const topics = liveTopics.filter((topic) => {
    const needed = restricted[topic];
    return audience !== 'staff' || !needed || allows(needed, role);
  });
  return { audience, accountId, partnerId, clientId, topics };
}

/**
 * What happens and concerns the person of the session, from where it left off. Before anything is said, and every few
 * seconds, the session is asked for again without prolonging it: it ends the stream when it ended, and counts with the
 * role it has then. While the database is away nothing is said and nothing is lost.
 */
export async function* listen(
  ctx: RequestContext,
  principal: Principal,
  { lastEventId, signal }: { lastEventId?: string | null; signal: AbortSignal },
): AsyncGenerator<Heard, void> {
  const stream = await ctx.live.open(principal.accountId);
  const end = () => stream.close();
  signal.addEventListener('abort', end, { once: true });
  ctx.live.leaving.addEventListener('abort', end, { once: true });
  let listener = listenerOf(principal);
  try {
    const missed = await missedBy(ctx, lastEventId, stream.start);
    if (missed === 'too_many') {
      yield { id: positionText(stream.start), message: { kind: 'all_changed' } };
    }
    let events = missed === 'too_many' ? [] : (missed ?? stream.recent);
    yield* said(events, listener);
    yield { id: positionText(stream.start), message: { kind: 'ready' } };
    let checkedAt = Date.now();
    for (;;) {
      events = await stream.next(RECHECK_MS);
      if (signal.aborted) return;
      if (ctx.live.leaving.aborted) throw stopped();
      const concerns = events.some((event) => audible(event, listener));
      // Nothing at all means that the whole time has passed, also where the timer came a moment early.
      const isDue = events.length === 0 || Date.now() - checkedAt >= RECHECK_MS;
      if (!concerns && !isDue) continue;
      const current = await currentPrincipal(ctx, signal);
      if (signal.aborted) return;
      checkedAt = Date.now();
      if (current?.accountId !== principal.accountId || current.secondFactor !== 'done') {
        yield { id: positionText(stream.start), message: { kind: 'session_ended' } };
        return;
      }
      listener = listenerOf(current);
      yield* said(events, listener);
    }
  } finally {
    stream.close();
    signal.removeEventListener('abort', end);
    ctx.live.leaving.removeEventListener('abort', end);
  }
}

function* said(events: readonly LiveEvent[], listener: Listener): Generator<Heard> {
  for (const event of events) {
    const change = audible(event, listener);
    if (change) yield { id: positionText(event.position), message: { kind: 'changed', ...change } };
  }
}

/** Null without a position to go on from. */
async function missedBy(
  ctx: RequestContext,
  lastEventId: string | null | undefined,
  start: Position,
): Promise<LiveEvent[] | 'too_many' | null> {
  const position = readPosition(lastEventId);
  if (!position) return null;
  const events = await readRelayed(ctx.db, position, MOST_REPLAYED);
  // What lies behind the beginning of the stream is said by the stream itself.
  if (events.length === MOST_REPLAYED) return 'too_many';
  return events.filter((event) => !isBehind(event.position, start));
}

async function currentPrincipal(ctx: RequestContext, signal: AbortSignal): Promise<Principal | null> {
  for (;;) {
    try {
      return await ctx.sessions.look(ctx.cookieHeader);
    } catch {
      if (signal.aborted) return null;
      if (ctx.live.leaving.aborted) throw stopped();
      await sleep(RETRY_MS);
    }
  }
}

/** Ends the stream without an end of its own, which tells the browser to connect again. */
function stopped(): Error {
  return new DOMException('the stream was cut', 'AbortError');
}
