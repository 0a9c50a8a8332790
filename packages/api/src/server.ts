import { randomUUID } from 'node:crypto';
import { readProcessEnv } from '@goodword/config/env';
import { connect } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createSessions } from './auth/sessions.ts';
import { createThrottle } from './auth/throttle.ts';
import { createLiveHub } from './domains/live/index.ts';
import { nearestAddress, stateSocketAddresses } from './platform/client-address.ts';
import { createLog } from './platform/log.ts';
import { processClock } from './platform/process-clock.ts';
import { createVault } from './platform/vault.ts';
import { appRouter, createCaller } from './root.ts';
import { MOST_CALLS_PER_REQUEST } from './shared/batch.ts';
import { type AppRuntime, createRequestContext } from './trpc/context.ts';

export { LOOK_COOKIE } from './auth/looks.ts';
export { AppError } from './shared/errors.ts';

export type Caller = ReturnType<typeof createCaller>;

/** What one of the three web apps needs of the server. */
export interface AppServer {
  /** Answers `/api/trpc/*`. Refuses a cookie-bearing write from another origin. */
  handle(request: Request): Promise<Response>;
  /** Procedures called from a server component, as the person whose request it is. */
  caller(headers: Headers, requestId?: string): Promise<Caller>;
  /** Whether the process can serve: database reachable and not shutting down. */
  ready(): Promise<boolean>;
}

/** One runtime per process, whatever number of bundles Next makes of this module. */
const runtimes = globalThis as typeof globalThis & { goodwordServers?: Map<AccountAudience, AppServer> };

/** @param app the audience the app is for; everything else is refused by its handler */
export function appServer(app: AccountAudience): AppServer {
  runtimes.goodwordServers ??= new Map();
  let server = runtimes.goodwordServers.get(app);
  if (!server) {
    server = createAppServer(app);
    runtimes.goodwordServers.set(app, server);
  }
  return server;
}

function createAppServer(app: AccountAudience): AppServer {
  const settings = readProcessEnv();
  const db = connect({ url: settings.databaseUrl, max: 8, applicationName: `goodword-${app}` });
  const clock = processClock(settings.clockOffsetFile);
  const secure = {
    staff: settings.secureCookies.admin,
    partner: settings.secureCookies.partner,
    patient: settings.secureCookies.patient,
  };
  const ownUrl = { staff: settings.adminUrl, partner: settings.partnerUrl, patient: settings.patientUrl }[
    app
  ];
  const log = createLog(app, settings.logLevel);
  const runtime: AppRuntime = {
    app,
    db,
    clock,
    vault: createVault(settings.appSecret),
    urls: {
      admin: settings.adminUrl,
      partner: settings.partnerUrl,
      patient: settings.patientUrl,
      edge: settings.edgeUrl,
    },
    sessions: createSessions({ db, clock, audience: app, secureCookie: secure[app] }),
    throttle: createThrottle(db),
    live: createLiveHub(db),
  };
  if (!settings.trustProxy) stateSocketAddresses();
  let leaving = false;
  beforeLeaving(() => {
    leaving = true;
    // Open streams would hold the process up; their pages connect to another one and go on where they were.
    runtime.live.leave();
  });

  const context = async (headers: Headers, requestId: string, setCookie: (value: string) => void) => {
    const cookieHeader = headers.get('cookie');
    return createRequestContext(runtime, {
      principal: await runtime.sessions.read(cookieHeader),
      cookieHeader,
      address: nearestAddress(headers.get('x-forwarded-for')),
      userAgent: headers.get('user-agent'),
      requestId,
      setCookie,
    });
  };

  return {
    async handle(request) {
      const requestId = randomUUID();
      if (request.method !== 'GET' && !sameOrigin(request, ownUrl)) {
        return Response.json(
          { error: { message: 'This request did not come from the app itself and was refused.' } },
          { status: 403, headers: { 'x-request-id': requestId } },
        );
      }
      // A stream is a read, but one that another site must not hold open either.
      if (isStream(request) && !['same-origin', null].includes(request.headers.get('sec-fetch-site'))) {
        return new Response(null, { status: 403, headers: { 'x-request-id': requestId } });
      }
      // Connections that are kept alive would otherwise bring the same pages back here, and hold the process up again.
      if (leaving && isStream(request)) {
        const headers = { 'x-request-id': requestId, 'retry-after': '1', connection: 'close' };
        return new Response(null, { status: 503, headers });
      }
      const response = await fetchRequestHandler({
        endpoint: '/api/trpc',
        req: request,
        router: appRouter,
        maxBatchSize: MOST_CALLS_PER_REQUEST,
        createContext: ({ resHeaders }) => {
          resHeaders.set('x-request-id', requestId);
          resHeaders.set('cache-control', 'no-store');
          return context(request.headers, requestId, (value) => resHeaders.append('set-cookie', value));
        },
        onError: ({ error, path }) => {
          const failure = { err: error.cause ?? error, path, requestId, code: error.code };
          if (error.code === 'INTERNAL_SERVER_ERROR') log.error(failure, 'procedure failed');
          else log.debug({ path, requestId, code: error.code }, 'procedure refused');
        },
      });
      if (leaving) response.headers.set('connection', 'close');
      return response;
    },
    async caller(headers, requestId = randomUUID()) {
      const ctx = await context(headers, requestId, () => {
        throw new Error('a page cannot set a cookie; use a mutation');
      }).catch((error: unknown) => {
        log.error({ err: error, requestId }, 'a page could not begin');
        throw error;
      });
      return createCaller(ctx, {
        onError: ({ error, path }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR') {
            log.error({ err: error.cause ?? error, path, requestId }, 'procedure failed');
          }
        },
      });
    },
    async ready() {
      return !leaving && db.answers(1500);
    },
  };
}

/** How long an app still serves after it said that it is not ready: whoever sends traffic needs that time to notice. */
const NOTICE_MS = 2000;
/** Whatever still holds the process then is cut. */
const PATIENCE_MS = 25_000;

/**
 * Puts `tell` and a pause before what the process would do on SIGTERM. Next closes its door at once; the pause lets
 * `/readyz` say so first. While developing nobody waits.
 */
function beforeLeaving(tell: () => void): void {
  const others = process.listeners('SIGTERM');
  process.removeAllListeners('SIGTERM');
  process.once('SIGTERM', () => {
    tell();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    const pause = process.env.NODE_ENV === 'production' ? NOTICE_MS : 0;
    setTimeout(() => {
      for (const other of others) other.call(process, 'SIGTERM');
      if (others.length === 0) process.exit(0);
    }, pause);
  });
}

/** A browser names its origin on every write; `Sec-Fetch-Site` covers those that leave it out on same-origin. */
function sameOrigin(request: Request, ownUrl: string): boolean {
  const origin = request.headers.get('origin');
  if (origin) return origin === new URL(ownUrl).origin || origin === hostOrigin(request);
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

function isStream(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/event-stream') ?? false;
}

/** The address the request was sent to: the same machine may be opened as localhost or 127.0.0.1. */
function hostOrigin(request: Request): string | null {
  const host = request.headers.get('host');
  return host ? `${new URL(request.url).protocol}//${host}` : null;
}
