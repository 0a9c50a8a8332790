import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { getClient } from '../clients/index.ts';
import { forgetUnknownEvents, listUnknownEventsFor } from './consultations.queries.ts';
import { processEvent } from './process-event.ts';

const DAYS_TO_REGISTER = 30;

const processReceived: JobHandler = {
  name: 'consultations.process-event',
  on: ['inbound_event.received'],
  run: (ctx, event) => processEvent(ctx, event.subjectId),
};

/** A consultation may be told before its patient has verified the address. */
const processWaiting: JobHandler = {
  name: 'consultations.process-waiting',
  on: ['patient.verified'],
  async run(ctx, event) {
    const ids = await inScope(ctx, async (tx) => {
      const patient = await getClient(tx, event.subjectId);
      return patient?.emailNormalised ? listUnknownEventsFor(tx, patient.emailNormalised) : [];
    });
    for (const id of ids) await processEvent(ctx, id, { retry: true });
  },
};

/** People who never registered are not kept. */
const forgetUnknown: PeriodicTask = {
  name: 'consultations.forget-unknown',
  everySeconds: 3600,
  run: (ctx) => inScope(ctx, (tx) => forgetUnknownEvents(tx, addDays(ctx.clock.now(), -DAYS_TO_REGISTER))),
};

export const consultationsJobs: JobHandler[] = [processReceived, processWaiting];
export const consultationsTasks: PeriodicTask[] = [forgetUnknown];
