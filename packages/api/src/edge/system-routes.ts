import { createHash } from 'node:crypto';
import type { Tx } from '@goodword/db';
import type { ApiScope } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { createThrottle, type Limit, type Throttle } from '../auth/throttle.ts';
import { authenticateSystem, type SystemKey } from '../domains/api-keys/index.ts';
import {
  commitReservation,
  releaseReservation,
  reservationInput,
  reserveCredit,
  reserveInput,
} from '../domains/checkout/index.ts';
import { acceptEvent, inboundEvent } from '../domains/consultations/index.ts';
import type { Context } from '../platform/context.ts';
import { AppError } from '../shared/errors.ts';
import type { EdgeReply, EdgeRequest, EdgeRoute } from './http.ts';
import { once } from './once.ts';

type EdgeContext = Omit<Context, 'scope' | 'actor' | 'requestId'>;

const callsPerKey: Limit = { name: 'api-key', points: 3000, perSeconds: 60 };
const refusalsPerAddress: Limit = { name: 'api-refusal', points: 100, perSeconds: 900 };

/** A call another system makes: who may, what it says, under which header it is done once, and what it does. */
interface SystemCall<Body extends z.ZodType> {
  path: string;
  scope: ApiScope;
  keyHeader: 'webhook-id' | 'idempotency-key';
  body: Body;
  successStatus: number;
  work(
    tx: Tx,
    ctx: Context,
    call: { system: SystemKey; key: string; body: z.output<Body> },
  ): Promise<unknown>;
}

/** Everything other systems of the organisation call: signed, scoped, done once per key. */
export function systemRoutes(ctx: EdgeContext): EdgeRoute[] {
  const throttle = createThrottle(ctx.db);
  const route = <Body extends z.ZodType>(call: SystemCall<Body>): EdgeRoute => ({
    method: 'POST',
    path: call.path,
    handle: (request) => answer(ctx, throttle, call, request),
  });
  return [
    route({
      path: '/v1/events',
      scope: 'events:write',
      keyHeader: 'webhook-id',
      body: inboundEvent,
      successStatus: 202,
      work: (tx, system, { key, system: { id }, body }) =>
        acceptEvent(tx, system, { apiKeyId: id, eventId: key, event: body }),
    }),
    route({
      path: '/v1/checkout/reserve',
      scope: 'checkout:write',
      keyHeader: 'idempotency-key',
      body: reserveInput,
      successStatus: 200,
      work: (tx, system, { system: { source }, body }) => reserveCredit(tx, system, source, body),
    }),
    route({
      path: '/v1/checkout/commit',
      scope: 'checkout:write',
      keyHeader: 'idempotency-key',
      body: reservationInput,
      successStatus: 200,
      work: (tx, system, { system: { source }, body }) =>
        commitReservation(tx, system, source, body.reservationId),
    }),
    route({
      path: '/v1/checkout/release',
      scope: 'checkout:write',
      keyHeader: 'idempotency-key',
      body: reservationInput,
      successStatus: 200,
      work: (tx, system, { system: { source }, body }) =>
        releaseReservation(tx, system, source, body.reservationId),
    }),
  ];
}

async function answer<Body extends z.ZodType>(
  ctx: EdgeContext,
  throttle: Throttle,
  call: SystemCall<Body>,
  request: EdgeRequest,
): Promise<EdgeReply> {
  const raw = await request.rawBody();
  const visitor: Context = {
    ...ctx,
    scope: { audience: 'edge' },
    actor: { type: 'visitor' },
    requestId: request.requestId,
  };
  const system = await authenticate(visitor, throttle, call.scope, request, raw);
  await throttle.take(callsPerKey, system.id);
  const key = requireKey(request, call.keyHeader);
  const body = parse(call.body, raw);
  const caller: Context = { ...visitor, actor: { type: 'system_key', apiKeyId: system.id } };
  return once(
    caller,
    {
      apiKeyId: system.id,
      key: `${call.keyHeader}:${key}`,
      requestHash: createHash('sha256').update(`${call.path}\n`).update(raw).digest('base64url'),
      successStatus: call.successStatus,
    },
    (tx) => call.work(tx, caller, { system, key, body }),
  );
}

async function authenticate(
  ctx: Context,
  throttle: Throttle,
  scope: ApiScope,
  request: EdgeRequest,
  body: Buffer,
): Promise<SystemKey> {
  try {
    return await authenticateSystem(
      ctx,
      {
        authorization: header(request, 'authorization'),
        id: header(request, 'webhook-id'),
        timestamp: header(request, 'webhook-timestamp'),
        signature: header(request, 'webhook-signature'),
        body,
      },
      scope,
    );
  } catch (error) {
    // Guessing is counted, working is not.
    if (error instanceof AppError && error.code === 'unauthenticated') {
      await throttle.take(refusalsPerAddress, ctx.vault.keyedHash('address', request.address));
    }
    throw error;
  }
}

function requireKey(request: EdgeRequest, name: string): string {
  const key = header(request, name);
  if (!key || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new AppError('invalid_input', {
      userMessage: `Send the header ${name}: up to 200 characters, another one for each new request.`,
    });
  }
  return key;
}

function parse<Body extends z.ZodType>(shape: Body, raw: Buffer): z.output<Body> {
  let json: unknown;
  try {
    json = JSON.parse(raw.toString('utf8'));
  } catch (cause) {
    throw new AppError('invalid_input', { userMessage: 'The body is not JSON.', cause });
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new AppError('invalid_input', {
    userMessage: parsed.error.issues[0]?.message ?? 'The body does not have the expected fields.',
    fields,
  });
}

function header(request: EdgeRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
