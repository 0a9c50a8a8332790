import type { TRPCError } from '@trpc/server';

/**
 * By name, not by class: one process holds the API once, but Next may bundle its classes twice, and the bundle that
 * was asked first is the one that answers.
 */
export function isRefusal(error: unknown): error is TRPCError {
  return error instanceof Error && error.name === 'TRPCError';
}
