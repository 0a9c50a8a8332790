import type { Tx } from '@goodword/db';
import type { RunRowNote } from '@goodword/db/schema';
import type { RunRowResult } from '@goodword/db/vocabulary';
import { normaliseEmail } from '../../shared/text.ts';
import type { PartnerTypeRow } from '../catalogue/index.ts';
import { differing, regionsOutsideType, toColumns } from '../partners/index.ts';
import { rateProblem } from '../terms/index.ts';
import { findOtherByEmail, findPartnerOfRow } from './imports.queries.ts';
import { type CreationDraft, looksLikeFormula, type PartnerDraft } from './partner-row.ts';
import { RowRefusal } from './row-refusal.ts';

/** What a row would do now. */
export interface RowPlan {
  result: Extract<RunRowResult, 'created' | 'updated' | 'unchanged'>;
  /** The partner it is about; none yet when it creates one. */
  partnerId: string | null;
  /** For an update: columns and their new values. */
  changes: ReturnType<typeof differing>;
  /** For a new partner. */
  creation: (CreationDraft & { type: PartnerTypeRow }) | null;
  notes: RunRowNote[];
  /** What the decision was made from, in a form that can be compared. */
  basis: string;
}

export interface Planning {
  types: ReadonlyMap<string, PartnerTypeRow>;
  /** Holds the partner until the transaction ends. */
  lock: boolean;
}

/**
 * Says what a row would do, and does nothing.
 * @throws RowRefusal
 */
export async function planRow(tx: Tx, draft: PartnerDraft, { types, lock }: Planning): Promise<RowPlan> {
  const existing = await findPartnerOfRow(tx, draft, lock);
  if (existing) {
    const changes = differing(existing, toColumns(statedFields(draft), existing.country));
    if (changes.name && looksLikeFormula(changes.name)) throw formula();
    if (changes.emailNormalised) await refuseKnownAddress(tx, draft, existing.id);
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, Reflect.get(existing, key)]));
    return {
      result: Object.keys(changes).length === 0 ? 'unchanged' : 'updated',
      partnerId: existing.id,
      changes,
      creation: null,
      notes: draft.notes,
      basis: JSON.stringify([existing.id, before, changes]),
    };
  }
  if (draft.partnerId) {
    throw new RowRefusal(
      'unknown_id',
      'No partner has this Goodword id. Empty the cell to import the row as a new partner.',
    );
  }
  await refuseKnownAddress(tx, draft, undefined);
  const creation = requireCreation(draft, types);
  const { type, notes, ...rest } = creation;
  return {
    result: 'created',
    partnerId: null,
    changes: {},
    creation,
    notes: [...draft.notes, ...notes],
    basis: JSON.stringify(['new', type.code, rest]),
  };
}

/** What the row states; an empty cell says nothing. */
function statedFields({ fields, country }: PartnerDraft) {
  return Object.fromEntries(
    Object.entries({ ...fields, country }).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function formula(): RowRefusal {
  return new RowRefusal('formula', 'The name begins like a spreadsheet formula (=, +, - or @).');
}

/** What a new partner needs beyond its plain fields. */
function requireCreation(
  { creation }: PartnerDraft,
  types: Planning['types'],
): NonNullable<RowPlan['creation']> {
  if (creation instanceof RowRefusal) throw creation;
  const type = types.get(creation.partnerTypeCode);
  if (!type) throw new RowRefusal('type', `There is no partner type “${creation.partnerTypeCode}”.`);
  const outside = regionsOutsideType(type, creation.regions);
  if (outside.length > 0) {
    throw new RowRefusal('regions', `${type.name}: not possible in ${outside.join(', ')}.`);
  }
  return { ...creation, ...usableRate(type, creation), type };
}

/** A type without money leaves a rate out and says so; any other has to stay in its range. */
function usableRate(
  type: PartnerTypeRow,
  { rateBps, notes, regions }: CreationDraft,
): Pick<CreationDraft, 'rateBps' | 'notes'> {
  if (rateBps === undefined || rateBps === type.rateBps) return { rateBps: undefined, notes };
  if (type.direction === 'none') {
    const note = {
      code: 'rate_left_out',
      message: `The rate was left out: ${type.name} works without commission.`,
    };
    return { rateBps: undefined, notes: rateBps > 0 ? [...notes, note] : notes };
  }
  const problem = rateProblem(type, rateBps, regions);
  if (problem) throw new RowRefusal('rate', problem);
  return { rateBps, notes };
}

async function refuseKnownAddress(tx: Tx, draft: PartnerDraft, ownId: string | undefined): Promise<void> {
  if (!draft.fields.email) return;
  const other = await findOtherByEmail(tx, normaliseEmail(draft.fields.email), ownId);
  if (other) throw new RowRefusal('already_exists', `The e-mail address belongs to ${other.name} already.`);
}
