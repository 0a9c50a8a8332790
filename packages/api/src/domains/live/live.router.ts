import { type TrackedEnvelope, tracked } from '@trpc/server';
import { z } from 'zod';
import { invariant } from '../../shared/errors.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { listen } from './listen.ts';
import { type LiveMessage, listenInput, liveMessage } from './live.schema.ts';

const messages = z.custom<AsyncIterable<TrackedEnvelope<LiveMessage>, void, unknown>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

export const liveRouter = router({
  changes: procedure
    .meta({ audiences: ['staff', 'partner', 'patient'], permission: 'account.self' })
    .input(listenInput)
    .output(messages)
    .subscription(async function* ({ ctx, input, signal }) {
      invariant(ctx.principal, 'only somebody who signed in may listen');
      const never = new AbortController().signal;
      const { lastEventId } = input;
      for await (const { id, message } of listen(ctx, ctx.principal, {
        lastEventId,
        signal: signal ?? never,
      })) {
        yield tracked(id, liveMessage.parse(message));
      }
    }),
});
