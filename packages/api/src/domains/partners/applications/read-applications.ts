import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { invariant, notFound } from '../../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../../shared/pagination.ts';
import { describeEngagements } from '../describe-engagements.ts';
import { groupEngagements, describeEngagements as summariseEngagements } from '../list-partners.ts';
import { listEngagements, type PartnerRow } from '../partners.queries.ts';
import { findApplication, findSimilarPartners, listApplicationRows } from './applications.queries.ts';
import type { applicationDetail, applicationSummary, listApplicationsInput } from './applications.schema.ts';

type Detail = z.infer<typeof applicationDetail>;
type Similar = Awaited<ReturnType<typeof findSimilarPartners>>[number];

/** The queue of applications in one status. */
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
    const similar = await findSimilarPartners(tx, page.rows);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => ({
        ...row,
        ...summariseEngagements(engagements.get(row.id) ?? []),
        appliedAt: appliedAt(row),
        duplicates: duplicatesOf(row, similar).length,
      })),
    };
  });
}

/** @throws `not_found` */
export async function getApplication(ctx: Context, partnerId: string): Promise<Detail> {
  return inScope(ctx, async (tx) => {
    const row = await findApplication(tx, partnerId);
    if (!row) throw notFound('application');
    const engagements = await listEngagements(tx, { partnerIds: [row.id] });
    return {
      ...row,
      appliedAt: appliedAt(row),
      invited: row.invitedBy !== null,
      engagements: await describeEngagements(tx, engagements, {
        currency: row.currency,
        now: ctx.clock.now(),
      }),
      duplicates: duplicatesOf(row, await findSimilarPartners(tx, [row])),
    };
  });
}

function appliedAt(row: PartnerRow): Date {
  invariant(row.appliedAt, 'an application has its date');
  return row.appliedAt;
}

function duplicatesOf(row: PartnerRow, similar: readonly Similar[]): Detail['duplicates'] {
  return similar.flatMap((other): Detail['duplicates'] => {
    if (other.id === row.id) return [];
    const { id, name, status } = other;
    if (row.emailNormalised !== null && other.emailNormalised === row.emailNormalised) {
      return [{ id, name, status, match: 'email' }];
    }
    return other.nameSort === row.nameSort ? [{ id, name, status, match: 'name' }] : [];
  });
}
