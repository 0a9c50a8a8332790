import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import type { ErrorCode } from '../shared/errors.ts';

/** The one map from our codes to tRPC's (and through it to HTTP). Exhaustive: a new code does not compile without a line. */
export const trpcCodes: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  not_found: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  unauthenticated: 'UNAUTHORIZED',
  second_factor_needed: 'UNAUTHORIZED',
  confirmation_needed: 'PRECONDITION_FAILED',
  invalid_input: 'BAD_REQUEST',
  illegal_move: 'CONFLICT',
  stale: 'CONFLICT',
  already_exists: 'CONFLICT',
  capacity_reached: 'CONFLICT',
  consent_missing: 'PRECONDITION_FAILED',
  not_eligible: 'PRECONDITION_FAILED',
  link_invalid: 'NOT_FOUND',
  insufficient_credit: 'CONFLICT',
  idempotency_mismatch: 'UNPROCESSABLE_CONTENT',
  in_flight: 'CONFLICT',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
};
