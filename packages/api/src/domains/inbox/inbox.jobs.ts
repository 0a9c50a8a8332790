import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { catalogue } from './catalogue.ts';
import { beginDigests, sendDigest } from './send-digests.ts';
import { tellOfEvent } from './tell-of-event.ts';
import { tellOfExpiry } from './tell-of-expiry.ts';
import { tellOfTrouble } from './tell-of-trouble.ts';

export const inboxJobs: JobHandler[] = [
  {
    name: 'inbox.tell',
    on: [...new Set(catalogue.flatMap(({ on }) => on))],
    run: tellOfEvent,
  },
  {
    name: 'inbox.send-digest',
    on: ['digest.begun'],
    run: (ctx, { subjectId, payload }) =>
      sendDigest(ctx, {
        accountId: subjectId,
        period: String(payload.period),
        rhythm: payload.rhythm === 'weekly' ? 'weekly' : 'daily',
      }),
  },
];

export const inboxTasks: PeriodicTask[] = [
  { name: 'inbox.tell-of-trouble', everySeconds: 60, run: tellOfTrouble },
  { name: 'inbox.tell-of-expiry', everySeconds: 3600, run: tellOfExpiry },
  { name: 'inbox.begin-digests', everySeconds: 300, run: beginDigests },
];
