/** Everything that can go wrong in a way the user can act on. One exhaustive map turns it into tRPC and HTTP. */
export const errorCodes = [
  'not_found',
  'forbidden',
  'unauthenticated',
  'second_factor_needed',
  'confirmation_needed',
  'invalid_input',
  'illegal_move',
  'stale',
  'already_exists',
  'capacity_reached',
  'consent_missing',
  'not_eligible',
  'link_invalid',
  'insufficient_credit',
  'idempotency_mismatch',
  'in_flight',
  'rate_limited',
  'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  /** Says what happened and what to do next, in words for the person in front of the screen. */
  userMessage: string;
  /** Field messages for a form, by path. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected refusal. Anything else that is thrown is a bug and shows as such. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly fields: Record<string, string> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, options: AppErrorOptions) {
    super(`${code}: ${options.userMessage}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.userMessage = options.userMessage;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** A row that does not exist and a row of somebody else answer the same. */
export function notFound(what: string): AppError {
  return new AppError('not_found', {
    userMessage: `This ${what} does not exist, or you have no access to it.`,
  });
}

/** What was asked rests on a state that somebody else changed in the meantime. */
export function movedOn(what: string): AppError {
  return new AppError('stale', {
    userMessage: `Somebody changed this ${what} in the meantime. Reload to see how it is now.`,
  });
}

/** Refuses a state that the program itself should never reach. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}

interface PostgresFailure {
  code: string;
  constraint_name?: string;
}

/** The PostgreSQL error behind a thrown one, wherever the driver or query builder wrapped it. */
export function postgresFailure(error: unknown): PostgresFailure | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const candidate = at as Error & Partial<PostgresFailure>;
    if (typeof candidate.code === 'string' && /^[0-9A-Z]{5}$/.test(candidate.code))
      return candidate as PostgresFailure;
  }
  return undefined;
}

/** True when the error is a unique violation of the named index. */
export function violates(error: unknown, index: string): boolean {
  const failure = postgresFailure(error);
  return failure?.code === '23505' && failure.constraint_name === index;
}
