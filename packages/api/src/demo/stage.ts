import type { AccountAudience } from '@goodword/db/vocabulary';
import { findAccount } from '../auth/accounts.queries.ts';
import { createSessions, type Principal, principalOf } from '../auth/sessions.ts';
import type { Throttle } from '../auth/throttle.ts';
import { createLiveHub } from '../domains/live/index.ts';
import { findMessageTo } from '../domains/notifications/index.ts';
import type { JobContext } from '../jobs/job.ts';
import { runPending, runPeriodic } from '../jobs/run-pending.ts';
import { inScope } from '../platform/context.ts';
import { createCaller } from '../root.ts';
import { invariant } from '../shared/errors.ts';
import { newSecret } from '../shared/id.ts';
import { normaliseEmail } from '../shared/text.ts';
import { createRequestContext } from '../trpc/context.ts';

export type Procedures = ReturnType<typeof createCaller>;

/** Where the demo's people act: every step goes through the procedures the screens use, at the time of the story. */
export interface Stage {
  now(): Date;
  /** Moves the story on; what time causes happens on the way, once a day. */
  advanceTo(date: Date): Promise<void>;
  /** Somebody's procedures, freshly signed in. */
  as(app: AccountAudience, email: string): Promise<Procedures>;
  /** Procedures without a session, from an address of their own. */
  visitor(app: AccountAudience): Procedures;
  /** A browser: keeps the cookie it was given last, and acts as whom that belongs to. */
  browser(app: AccountAudience, userAgent?: string): Procedures;
  /** Lets the worker answer what happened. */
  settle(): Promise<void>;
  /** The secret in the newest mail to an address, e.g. behind `/confirm/`. */
  link(email: string, path: string): Promise<string>;
  readonly system: JobContext;
}

export function createStage(
  parts: Omit<JobContext, 'clock' | 'scope' | 'actor' | 'requestId'>,
  start: Date,
): Stage {
  let now = start;
  const clock = { now: () => now };
  const system: JobContext = {
    ...parts,
    clock,
    scope: { audience: 'worker' },
    actor: { type: 'worker' },
    requestId: 'demo',
  };
  // Limits count by the real clock, and half a year is told within seconds of it.
  const throttle: Throttle = { take: async () => {} };
  const live = createLiveHub(parts.db);

  const requestAs = (
    app: AccountAudience,
    principal: Principal | null,
    setCookie: (value: string) => void = () => {},
    userAgent?: string,
  ) =>
    createRequestContext(
      {
        app,
        db: parts.db,
        vault: parts.vault,
        urls: parts.urls,
        clock,
        throttle,
        live,
        sessions: createSessions({ db: parts.db, clock, audience: app, secureCookie: false }),
      },
      { principal, cookieHeader: null, address: newSecret(), userAgent, requestId: 'demo', setCookie },
    );
  const procedures = (app: AccountAudience, principal: Principal | null) =>
    createCaller(requestAs(app, principal));

  return {
    system,
    now: () => now,
    async advanceTo(date) {
      invariant(date >= now, 'a story does not go back');
      const sameDay = date.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
      now = date;
      if (!sameDay) {
        // Half a year of morning mails to everybody would be nothing to look at.
        await runPeriodic(system, ['inbox.begin-digests']);
        await runPending(system);
      }
    },
    async as(app, email) {
      const account = await inScope(system, (tx) =>
        findAccount(tx, { audience: app, emailNormalised: normaliseEmail(email) }),
      );
      invariant(account, `nobody signs in to ${app} as ${email}`);
      return procedures(app, principalOf(account, 'done', { publicId: null, confirmedAt: now }));
    },
    visitor: (app) => procedures(app, null),
    browser(app, userAgent) {
      let cookie: string | null = null;
      const keep = (value: string) => {
        cookie = value.split(';')[0] ?? null;
      };
      const { sessions } = requestAs(app, null);
      return createCaller(async () => ({
        ...requestAs(app, await sessions.read(cookie), keep, userAgent),
        cookieHeader: cookie,
      }));
    },
    settle: () => runPending(system),
    async link(email, path) {
      const found = await inScope(system, (tx) => findMessageTo(tx, email, path));
      const secret = found ? new RegExp(`${path}([0-9a-z]{32})`).exec(found.html)?.[1] : undefined;
      invariant(secret, `no mail to ${email} holds a link to ${path}`);
      return secret;
    },
  };
}
