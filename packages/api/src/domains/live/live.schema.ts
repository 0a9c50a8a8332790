import { z } from 'zod';
import { liveTopics } from './live.ts';

/** Where the listener left off; the browser repeats it when it connects again. */
export const listenInput = z.strictObject({ lastEventId: z.string().max(60).nullish() });

export const liveMessage = z.discriminatedUnion('kind', [
  /** Something changed. Ids only: what the page shows is read again, with everything that decides over it. */
  z.object({ kind: z.literal('changed'), topic: z.enum(liveTopics), subjectId: z.string() }),
  /** So much happened meanwhile that everything is better read again. */
  z.object({ kind: z.literal('all_changed') }),
  /** Connected: the position from which a new connection goes on. */
  z.object({ kind: z.literal('ready') }),
  /** The session of this stream ended, and with it the stream. Another may have taken its place. */
  z.object({ kind: z.literal('session_ended') }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;
