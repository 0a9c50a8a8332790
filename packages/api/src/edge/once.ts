import type { Tx } from '@goodword/db';
import { type Context, inScope } from '../platform/context.ts';
import { AppError, invariant, postgresFailure } from '../shared/errors.ts';
import type { EdgeReply } from './http.ts';
import {
  claimKey,
  type IdempotencyKey,
  limitWaiting,
  readAnswer,
  storeAnswer,
} from './idempotency.queries.ts';

const WAIT_MS = 5000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Does `work` once per key and answers every repetition with the first answer, byte for byte. Key, effect and answer
 * commit together: after a crash either all of it is there and is replayed, or nothing is and the call can be made
 * again. Calls at the same time wait for the first. A refusal has no effect and is not kept.
 * @param requestHash of all that makes the request; another one under the same key is refused
 * @throws `idempotency_mismatch`, `in_flight` when the first takes too long
 */
export async function once(
  ctx: Context,
  request: IdempotencyKey & { requestHash: string; successStatus: number },
  work: (tx: Tx) => Promise<unknown>,
): Promise<EdgeReply> {
  const { apiKeyId, key, requestHash, successStatus } = request;
  try {
    return await inScope(ctx, async (tx) => {
      // Both leave together and arrive in this order.
      const [, isFirst] = await Promise.all([
        limitWaiting(tx, WAIT_MS),
        claimKey(tx, { apiKeyId, key, requestHash, now: ctx.clock.now() }),
      ]);
      if (!isFirst) {
        return replay(tx, { apiKeyId, key }, requestHash);
      }
      const responseBody = JSON.stringify(await work(tx));
      await storeAnswer(tx, { apiKeyId, key }, { responseStatus: successStatus, responseBody });
      return { status: successStatus, rawBody: responseBody };
    });
  } catch (error) {
    if (postgresFailure(error)?.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new AppError('in_flight', {
      userMessage: 'The same call is still being worked on. Ask again in a moment.',
      retryAfterSeconds: 1,
      cause: error,
    });
  }
}

async function replay(tx: Tx, key: IdempotencyKey, requestHash: string): Promise<EdgeReply> {
  const stored = await readAnswer(tx, key);
  invariant(stored?.responseStatus && stored.responseBody !== null, 'key and answer commit together');
  if (stored.requestHash !== requestHash) {
    throw new AppError('idempotency_mismatch', {
      userMessage: 'This key was used for another request. Use a new key for a new request.',
    });
  }
  return {
    status: stored.responseStatus,
    rawBody: stored.responseBody,
    headers: { 'idempotent-replayed': 'true' },
  };
}
