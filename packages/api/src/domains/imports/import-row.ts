import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { normaliseEmail } from '../../shared/text.ts';
import type { PartnerTypeRow } from '../catalogue/index.ts';
import {
  differing,
  enrolPartner,
  regionsOutsideType,
  toColumns,
  updatePartnerRow,
} from '../partners/index.ts';
import { rateProblem } from '../terms/index.ts';
import { findByEmail, findImported } from './imports.queries.ts';
import { type PartnerDraft, RowRefusal } from './partner-row.ts';

export type RowOutcome = 'created' | 'updated' | 'unchanged';

/**
 * Writes one row. No mail follows: events of an import have names of their own, which nothing reacts to.
 * @throws RowRefusal
 */
export async function importRow(
  tx: Tx,
  ctx: Context,
  { draft, type, source }: { draft: PartnerDraft; type: PartnerTypeRow; source: string },
): Promise<RowOutcome> {
  const existing = await findImported(tx, { source, externalId: draft.externalId });
  await refuseKnownAddress(tx, draft, existing?.id);
  if (existing) return updateImported(tx, ctx, existing, draft);

  const outside = regionsOutsideType(type, draft.regions);
  if (outside.length > 0)
    throw new RowRefusal('regions', `${type.name}: not possible in ${outside.join(', ')}.`);
  const { notes, partnerTypeCode, ...rest } = draft;
  const rateBps = usableRate(type, draft);
  const id = await enrolPartner(tx, ctx, { ...rest, partnerTypeCode: type.code, source, rateBps });
  await recordChange(tx, ctx, {
    action: 'partner.imported',
    subjectType: 'partner',
    subjectId: id,
    to: draft.status,
  });
  return 'created';
}

/** A type without money ignores a rate and says so; any other has to stay in its range. */
function usableRate(type: PartnerTypeRow, draft: PartnerDraft): number | undefined {
  const { rateBps } = draft;
  if (rateBps === undefined || rateBps === type.rateBps) return undefined;
  if (type.direction === 'none') {
    if (rateBps > 0) draft.notes.push(`The rate was left out: ${type.name} works without commission.`);
    return undefined;
  }
  const problem = rateProblem(type, rateBps, draft.regions);
  if (problem) throw new RowRefusal('rate', problem);
  return rateBps;
}

async function refuseKnownAddress(tx: Tx, draft: PartnerDraft, ownId: string | undefined): Promise<void> {
  if (!draft.email) return;
  const others = await findByEmail(tx, normaliseEmail(draft.email));
  const other = others.find((row) => row.id !== ownId);
  if (other) throw new RowRefusal('already_exists', `The e-mail address belongs to ${other.name} already.`);
}

type Imported = NonNullable<Awaited<ReturnType<typeof findImported>>>;

/** Takes over what the file says anew. Status, terms and regions stay as staff have set them since. */
async function updateImported(
  tx: Tx,
  ctx: Context,
  existing: Imported,
  draft: PartnerDraft,
): Promise<RowOutcome> {
  const { name, contactName, email, phone, website, city, capacity, internalNotes } = draft;
  const stated = Object.fromEntries(
    Object.entries({ name, contactName, email, phone, website, city, capacity, internalNotes }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const changes = differing(existing, toColumns(stated, existing.country));
  const fields = Object.keys(changes);
  if (fields.length === 0) return 'unchanged';
  await updatePartnerRow(tx, existing.id, changes);
  await recordChange(tx, ctx, {
    action: 'partner.import_updated',
    subjectType: 'partner',
    subjectId: existing.id,
    fields,
  });
  return 'updated';
}
