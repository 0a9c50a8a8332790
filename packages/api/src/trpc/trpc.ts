import type { AccountAudience } from '@goodword/db/vocabulary';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import { allows, type Permission } from '../auth/permissions.ts';
import { isConfirmed } from '../auth/sessions.ts';
import { AppError, postgresFailure } from '../shared/errors.ts';
import type { RequestContext } from './context.ts';
import { trpcCodes } from './errors.ts';
import { noteLookRead, refuseInLook } from './look-gate.ts';

/** Every procedure says which apps may call it and which permission it takes. */
export interface ProcedureMeta {
  audiences: readonly AccountAudience[];
  permission: Permission;
  /** May be called while the second factor is still owed. */
  beforeSecondFactor?: true;
  /** Takes a password that was entered a moment ago. */
  confirmed?: true;
  /** A write of the look itself, such as its end: the only ones that it may do. */
  inLook?: true;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    // Often enough that no proxy takes a quiet stream for dead, and that a browser notices a dead one.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error, ctx }) => {
      const app = error.cause instanceof AppError ? error.cause : undefined;
      const zod = error.cause instanceof ZodError ? error.cause : undefined;
      return {
        ...shape,
        message: userMessage(error, app, zod),
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          appCode: app?.code ?? (zod ? 'invalid_input' : null),
          fields: app?.fields ?? (zod ? fieldMessages(zod) : null),
          retryAfterSeconds: app?.retryAfterSeconds ?? null,
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns our refusals into tRPC's; hides everything unexpected behind one sentence and the request id. */
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof AppError) {
    throw new TRPCError({ code: trpcCodes[cause.code], message: cause.userMessage, cause });
  }
  if (isUnreachable(cause)) {
    const unavailable = new AppError('unavailable', {
      userMessage:
        'The service cannot reach its database right now. Nothing was changed; try again in a moment.',
      cause,
    });
    throw new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: unavailable.userMessage,
      cause: unavailable,
    });
  }
  return result;
});

const authorise = t.middleware(({ ctx, meta, type, next }) => {
  if (!meta)
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'The procedure states no permission.' });
  if (!meta.audiences.includes(ctx.app)) {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing at this address.' });
  }
  const { principal } = ctx;
  if (principal?.look && type !== 'query' && !meta.inLook) refuseInLook(principal);
  if (allows(meta.permission, 'anonymous')) return next();
  if (!principal) {
    throw new AppError('unauthenticated', { userMessage: 'Sign in to continue.' });
  }
  if (principal.secondFactor !== 'done' && !meta.beforeSecondFactor) {
    throw new AppError('second_factor_needed', {
      userMessage:
        principal.secondFactor === 'code_needed'
          ? 'Enter the code from your authenticator app to continue.'
          : 'Set up two-factor sign-in to continue.',
    });
  }
  if (!allows(meta.permission, principal.role)) {
    if (principal.look) refuseInLook(principal);
    throw new AppError('forbidden', {
      userMessage: 'Your role does not allow this. Ask an administrator if you need it.',
    });
  }
  if (meta.confirmed && !isConfirmed(principal, ctx.clock.now())) {
    throw new AppError('confirmation_needed', {
      userMessage: 'Confirm that it is you: enter your password, then try again.',
    });
  }
  return next();
});

/** What somebody of ours reads with the eyes of a partner is noted before it is answered; what was refused is not. */
const watch = t.middleware(async ({ ctx, meta, type, path, getRawInput, next }) => {
  const result = await next();
  const isRead = type === 'query' && meta && !allows(meta.permission, 'anonymous');
  if (ctx.principal?.look && result.ok && isRead) await noteLookRead(ctx, path, await getRawInput());
  return result;
});

/** Base of every procedure: `.meta()`, strict `.input()` and `.output()` follow. */
export const procedure = t.procedure.use(mapErrors).use(authorise).use(watch);

function userMessage(error: TRPCError, app: AppError | undefined, zod: ZodError | undefined): string {
  if (app) return app.userMessage;
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return 'Something went wrong on our side. Nothing was lost; try again, and quote the reference if it happens again.';
  }
  if (zod) return zod.issues[0]?.message ?? 'Some fields need your attention.';
  return error.message;
}

function fieldMessages(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

function isUnreachable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && unreachableCodes.has(String(at.code))) return true;
  }
  const state = postgresFailure(error)?.code;
  return state !== undefined && (state.startsWith('08') || state.startsWith('57P'));
}
