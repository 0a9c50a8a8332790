import { z } from 'zod';

/** One entry of the history of a thing: what happened, when, by whom and why. */
export const timelineEntry = z.object({
  id: z.string(),
  occurredAt: z.date(),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Names of the fields that changed; empty for a move, where `to` says it all. */
  fields: z.array(z.string()),
  /** Name of the person, or what acted in their place (system, client, partner). */
  actorName: z.string(),
  reason: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
