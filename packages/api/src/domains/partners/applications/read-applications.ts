import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { invariant, notFound } from '../../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../../shared/pagination.ts';
import { listDocuments } from '../../documents/index.ts';
import { describeEngagements } from '../describe-engagements.ts';
import { groupEngagements, describeEngagements as summariseEngagements } from '../list-partners.ts';
import { listEngagements, type PartnerRow } from '../partners.queries.ts';
import { accountName, findApplication, listApplicationRows, listQuestions } from './applications.queries.ts';
import type {
  applicationDetail,
  applicationForm,
  applicationSummary,
  listApplicationsInput,
} from './applications.schema.ts';
import { reviewApplications } from './review-applications.ts';

/** What the public form asks. */
export async function readForm(ctx: Context): Promise<z.infer<typeof applicationForm>> {
  return inScope(ctx, async (tx) => ({ questions: await listQuestions(tx) }));
}

/** The queue of applications in one status, each with what the rules advise. */
export async function listApplications(
  ctx: Context,
  input: z.infer<typeof listApplicationsInput>,
): Promise<Page<z.infer<typeof applicationSummary>>> {
  return inScope(ctx, async (tx) => {
    const rows = await listApplicationRows(tx, {
      status: input.status,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, (row) => ({ value: appliedAt(row).toISOString(), id: row.id }));
    const partnerIds = page.rows.map((row) => row.id);
    const engagements = groupEngagements(await listEngagements(tx, { partnerIds }));
    const [reviewed, documents] = await Promise.all([
      reviewApplications(tx, page.rows, engagements),
      listDocuments(tx, 'application', partnerIds),
    ]);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => {
        const { review, duplicates } = reviewed(row);
        return {
          ...row,
          ...summariseEngagements(engagements.get(row.id) ?? []),
          appliedAt: appliedAt(row),
          duplicates: duplicates.length,
          documents: documents.get(row.id)?.length ?? 0,
          review,
        };
      }),
    };
  });
}

/** @throws `not_found` */
export async function getApplication(
  ctx: Context,
  partnerId: string,
): Promise<z.infer<typeof applicationDetail>> {
  return inScope(ctx, async (tx) => {
    const row = await findApplication(tx, partnerId);
    if (!row) throw notFound('application');
    const engagements = await listEngagements(tx, { partnerIds: [row.id] });
    const [reviewed, documents, invitedByName] = await Promise.all([
      reviewApplications(tx, [row], groupEngagements(engagements)),
      listDocuments(tx, 'application', [row.id]),
      row.invitedBy ? accountName(tx, row.invitedBy) : null,
    ]);
    const { review, duplicates, attempts } = reviewed(row);
    return {
      ...row,
      appliedAt: appliedAt(row),
      invited: row.invitedBy !== null,
      invitedByName,
      engagements: await describeEngagements(tx, engagements, {
        currency: row.currency,
        now: ctx.clock.now(),
      }),
      answers: attempts.find(({ outcome }) => outcome === 'in_review')?.answers ?? [],
      documents: documents.get(row.id) ?? [],
      attempts: attempts.map(({ verifiedAt, outcome }) => ({
        at: verifiedAt,
        inCoolOff: outcome === 'in_cool_off',
      })),
      review,
      duplicates,
    };
  });
}

function appliedAt(row: PartnerRow): Date {
  invariant(row.appliedAt, 'an application has its date');
  return row.appliedAt;
}
