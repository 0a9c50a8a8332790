import { programs } from '@goodword/db/schema';
import { programMachine } from '@goodword/db/vocabulary';
import type { JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { insertFriendLinks, listPatientsWithoutLink } from './friend-links.queries.ts';
import { newFriendLink } from './friend-links.ts';
import { listProgramsPastEnd } from './programs.queries.ts';

const BATCH = 500;

/** A program that goes live gives every patient a link, so that opening the page changes nothing. */
const giveLinks: JobHandler = {
  name: 'programs.give-links',
  on: ['program.active'],
  async run(ctx, event) {
    for (;;) {
      const given = await inScope(ctx, async (tx) => {
        const clientIds = await listPatientsWithoutLink(tx, event.subjectId, BATCH);
        await insertFriendLinks(
          tx,
          clientIds.map((clientId) => newFriendLink(ctx, { clientId, programId: event.subjectId })),
        );
        return clientIds.length;
      });
      if (given < BATCH) return;
    }
  },
};

const endPrograms: PeriodicTask = {
  name: 'programs.end',
  everySeconds: 60,
  async run(ctx) {
    const over = await inScope(ctx, (tx) => listProgramsPastEnd(tx, ctx.clock.now()));
    for (const program of over) {
      await inScope(ctx, (tx) =>
        moveState(tx, ctx, { machine: programMachine, table: programs, id: program.id, to: 'ended' }),
      );
    }
  },
};

export const programsJobs: JobHandler[] = [giveLinks];
export const programsTasks: PeriodicTask[] = [endPrograms];
