import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { nearestAddress } from '../platform/client-address.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';

/** What a route handler gets. */
export interface EdgeRequest {
  method: string;
  url: URL;
  /** Values of the `:name` parts of the path. */
  params: Record<string, string>;
  headers: IncomingMessage['headers'];
  requestId: string;
  address: string;
  /** The body as it came: signatures are made over these bytes. */
  rawBody(): Promise<Buffer>;
}

export interface EdgeReply {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, e.g. a stored answer that is replayed byte for byte. */
  rawBody?: string;
}

export interface EdgeRoute {
  method: 'GET' | 'HEAD' | 'POST';
  /** e.g. `/r/:code` */
  path: string;
  handle(request: EdgeRequest): Promise<EdgeReply>;
}

const MAX_BODY_BYTES = 64 * 1024;

const httpStatus: Record<ErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  unauthenticated: 401,
  second_factor_needed: 401,
  confirmation_needed: 412,
  invalid_input: 400,
  illegal_move: 409,
  stale: 409,
  already_exists: 409,
  capacity_reached: 409,
  consent_missing: 412,
  not_eligible: 412,
  link_invalid: 404,
  insufficient_credit: 409,
  idempotency_mismatch: 422,
  in_flight: 409,
  rate_limited: 429,
  unavailable: 503,
};

export interface EdgeOptions {
  routes: readonly EdgeRoute[];
  log: Logger;
  trustProxy: boolean;
  ready(): Promise<boolean>;
  /** Whether the database answers, and says so within a second. */
  databaseAnswers(): Promise<boolean>;
}

/** A call that takes longer asks whether the database is still there, and again after as long. */
const PATIENCE_MS = 1000;

/** A small framework-free server: health, routes, one way of answering errors. */
export function createEdgeServer(options: EdgeOptions): Server {
  const matchers = options.routes.map((route) => ({ route, pattern: compile(route.path) }));
  return createServer((req, res) => {
    const requestId = randomUUID();
    res.setHeader('x-request-id', requestId);
    res.setHeader('x-content-type-options', 'nosniff');
    unlessGone(answer(req, requestId))
      .catch((error: unknown) => failure(error, requestId, options.log))
      .then((reply) => send(res, req.method === 'HEAD', reply));
  });

  /**
   * The reply, or a refusal as soon as the database is gone. A connection that it left behind when it was killed may
   * stay open without a word: whoever waits on it would wait for as long as it takes to come back.
   */
  async function unlessGone(reply: Promise<EdgeReply>): Promise<EdgeReply> {
    let timer: NodeJS.Timeout | undefined;
    const gone = new Promise<never>((_, reject) => {
      const look = async () => {
        if (await options.databaseAnswers()) timer = timer && setTimeout(look, PATIENCE_MS);
        else reject(new Error('the database does not answer'));
      };
      timer = setTimeout(look, PATIENCE_MS);
    });
    try {
      return await Promise.race([reply, gone]);
    } finally {
      clearTimeout(timer);
      timer = undefined;
    }
  }

  async function answer(req: IncomingMessage, requestId: string): Promise<EdgeReply> {
    const url = new URL(req.url ?? '/', 'http://edge');
    if (url.pathname === '/healthz') return { status: 200, body: { status: 'ok' } };
    if (url.pathname === '/readyz') {
      const ready = await options.ready();
      return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not ready' } };
    }
    for (const { route, pattern } of matchers) {
      const match = route.method === req.method ? pattern.exec(url.pathname) : null;
      if (!match) continue;
      return route.handle({
        method: route.method,
        url,
        params: { ...match.groups },
        headers: req.headers,
        requestId,
        address: clientAddress(req, options.trustProxy),
        rawBody: () => readBody(req),
      });
    }
    return {
      status: 404,
      body: { error: { code: 'not_found', message: 'There is nothing at this address.' } },
    };
  }
}

function compile(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

function failure(error: unknown, requestId: string, log: Logger): EdgeReply {
  if (error instanceof AppError) {
    const headers = error.retryAfterSeconds ? { 'retry-after': String(error.retryAfterSeconds) } : undefined;
    return {
      status: httpStatus[error.code],
      headers,
      body: { error: { code: error.code, message: error.userMessage, fields: error.fields, requestId } },
    };
  }
  log.error({ err: error, requestId }, 'edge request failed');
  return {
    status: 503,
    headers: { 'retry-after': '2' },
    body: {
      error: {
        code: 'unavailable',
        message: 'This cannot be answered right now. Try again in a moment.',
        requestId,
      },
    },
  };
}

function send(res: ServerResponse, headOnly: boolean, reply: EdgeReply): void {
  const body = reply.rawBody ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
  if (body && !reply.headers?.['content-type'])
    res.setHeader('content-type', 'application/json; charset=utf-8');
  // With its length known the answer leaves in one piece.
  if (!headOnly) res.setHeader('content-length', Buffer.byteLength(body));
  res.writeHead(reply.status, reply.headers);
  res.end(headOnly ? undefined : body);
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) {
      throw new AppError('invalid_input', { userMessage: 'The request body may have at most 64 kB.' });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function clientAddress(req: IncomingMessage, trustProxy: boolean): string {
  // Node joins repeated headers of this name with commas.
  if (trustProxy) return nearestAddress(req.headers['x-forwarded-for']?.toString());
  return req.socket.remoteAddress ?? 'unknown';
}
