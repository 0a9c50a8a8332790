import { programMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { requireOrganisation } from '../identity/index.ts';
import { findFriendLink } from './friend-links.queries.ts';
import { friendTerms, goLiveChecks, isRunning, referrerTerms } from './program.ts';
import {
  accountName,
  countInvites,
  countLinksAndClicks,
  getProgram,
  listActivePrograms,
  listPrograms,
  sumRewards,
} from './programs.queries.ts';
import type {
  listProgramsInput,
  offerOutput,
  patientPrograms,
  programDetail,
  programSummary,
} from './programs.schema.ts';
import {
  describeExample,
  describeFriendOffer,
  describeProgram,
  describeReferrerOffer,
  describeReward,
} from './summary.ts';

const nobody = { invited: 0, joined: 0, converted: 0 };

/** One page of programs for staff, newest first. */
export async function readPrograms(
  ctx: Context,
  input: z.infer<typeof listProgramsInput>,
): Promise<Page<z.infer<typeof programSummary>>> {
  return inScope(ctx, async (tx) => {
    const rows = await listPrograms(tx, {
      status: input.status,
      search: input.search,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const counts = await countInvites(
      tx,
      rows.map((row) => row.id),
    );
    const summaries = rows.map((row) => ({
      ...row,
      referrerReward: describeReward(referrerTerms(row), row.currency),
      friendReward: describeReward(friendTerms(row), row.currency),
      joined: (counts.get(row.id) ?? nobody).joined,
      converted: (counts.get(row.id) ?? nobody).converted,
    }));
    return toPage(summaries, input.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

/** @throws `not_found` */
export async function readProgram(ctx: Context, id: string): Promise<z.infer<typeof programDetail>> {
  return inScope(ctx, async (tx) => {
    const program = await getProgram(tx, id);
    if (!program) throw notFound('program');
    const counts = (await countInvites(tx, [id])).get(id) ?? nobody;
    return {
      ...program,
      reviewerName: program.reviewerAccountId
        ? ((await accountName(tx, program.reviewerAccountId)) ?? null)
        : null,
      createdByName: (await accountName(tx, program.createdBy)) ?? 'Goodword',
      summary: describeProgram(program, (await requireOrganisation(tx)).patientWord),
      workedExample: describeExample(program),
      checks: goLiveChecks(program, ctx.clock.now()),
      moves: [...programMachine.moves[program.status]],
      funnel: {
        invited: counts.invited,
        joined: counts.joined,
        converted: counts.converted,
        ...(await countLinksAndClicks(tx, id)),
        ...(await sumRewards(tx, id)),
      },
    };
  });
}

/** The programs that run now, in the words a patient reads. */
export async function readRunningPrograms(ctx: Context): Promise<z.infer<typeof patientPrograms>> {
  return inScope(ctx, async (tx) => {
    const { patientWord } = await requireOrganisation(tx);
    const programs = await listActivePrograms(tx);
    return programs
      .filter((program) => isRunning(program, ctx.clock.now()))
      .map((program) => ({
        id: program.id,
        name: program.name,
        description: program.description,
        referrerOffer: describeReferrerOffer(program, patientWord),
        friendOffer: describeFriendOffer(program),
        endsAt: program.endsAt,
      }));
  });
}

/**
 * What a friend is offered who came with this code.
 * @throws `link_invalid`
 */
export async function readOffer(ctx: Context, code: string): Promise<z.infer<typeof offerOutput>> {
  // The code is the credential: a visitor has no scope of their own, and only these few words leave.
  return inScope(elevated(ctx), async (tx) => {
    const found = await findFriendLink(tx, code);
    if (!found || found.program.status === 'draft') {
      throw new AppError('link_invalid', {
        userMessage: 'This link is not valid. Ask your friend to send it again.',
      });
    }
    const organisation = await requireOrganisation(tx);
    return {
      organisationName: organisation.name,
      programName: found.program.name,
      description: found.program.description,
      friendOffer: describeFriendOffer(found.program),
      referrerFirstName: firstName(found.referrerName),
      running: isRunning(found.program, ctx.clock.now()),
    };
  });
}

export function firstName(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
