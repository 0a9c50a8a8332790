import { diffWordsWithSpace } from 'diff';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { deadlineOf } from './agreement.ts';
import { readAgreementText } from './agreement-text.ts';
import {
  type AgreementRow,
  accountName,
  countMeant,
  findAgreement,
  findPrevious,
  listAgreements,
  listOwing,
  listPartnerFacts,
} from './agreements.queries.ts';
import type { agreementDetail, agreementList } from './agreements.schema.ts';

type Detail = z.infer<typeof agreementDetail>;
const MOST_OWING = 100;

/** All versions, the newest first. */
export async function readAgreements(ctx: Context): Promise<z.infer<typeof agreementList>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const rows = await listAgreements(tx);
    const counts = await Promise.all(rows.map((row) => countMeant(tx, row)));
    return rows.map((row, index) => ({
      ...row,
      state: stateOf(row, rows, now),
      ...(counts[index] ?? { meantFor: 0, accepted: 0 }),
    }));
  });
}

/** A version is replaced once a later one for everybody counts; one for some types replaces nothing for the others. */
function stateOf(row: AgreementRow, all: readonly AgreementRow[], now: Date) {
  if (!row.countsFrom) return 'draft' as const;
  if (row.countsFrom > now) return 'upcoming' as const;
  const replaced = all.some(
    ({ version, countsFrom, partnerTypeCodes }) =>
      version > row.version && countsFrom !== null && countsFrom <= now && partnerTypeCodes.length === 0,
  );
  return replaced ? ('replaced' as const) : ('in_force' as const);
}

/** One version with what changed since the one before, and who owes its acceptance. @throws `not_found` */
export async function readAgreement(ctx: Context, id: string): Promise<Detail> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const row = await findAgreement(tx, id);
    if (!row) throw notFound('agreement');
    const previous = await findPrevious(tx, row.version);
    const owing = row.publishedAt ? await listOwing(tx, row, MOST_OWING) : [];
    const facts = await listPartnerFacts(
      tx,
      owing.map(({ partnerId }) => partnerId),
    );
    return {
      ...row,
      blocks: readAgreementText(row.body),
      createdByName: await accountName(tx, row.createdBy),
      changes: previous ? { since: previous.version, parts: changesBetween(previous, row) } : null,
      ...(await countMeant(tx, row)),
      owing: owing
        .map(({ partnerId, partnerName }) => {
          const { countsFrom } = row;
          const deadline = countsFrom
            ? deadlineOf({ ...row, countsFrom }, facts.get(partnerId)?.types ?? [])
            : null;
          return { partnerId, partnerName, deadline, overdue: deadline !== null && deadline <= now };
        })
        .toSorted((left, right) => (left.deadline?.getTime() ?? 0) - (right.deadline?.getTime() ?? 0)),
    };
  });
}

/** Word by word, title included. */
function changesBetween(before: AgreementRow, after: AgreementRow): NonNullable<Detail['changes']>['parts'] {
  const whole = ({ title, body }: AgreementRow) => `${title}\n\n${body}`;
  return diffWordsWithSpace(whole(before), whole(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
