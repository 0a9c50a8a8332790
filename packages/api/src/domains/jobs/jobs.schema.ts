import { z } from 'zod';

export const jobsOverview = z.object({
  waiting: z.number(),
  active: z.number(),
  dead: z.array(
    z.object({
      id: z.string(),
      handler: z.string(),
      eventType: z.string(),
      subjectId: z.string(),
      createdAt: z.date(),
    }),
  ),
});

export const retryJobInput = z.strictObject({ id: z.uuid() });
