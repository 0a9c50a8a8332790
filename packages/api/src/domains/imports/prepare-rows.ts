import { cleanText, normaliseEmail } from '../../shared/text.ts';
import { type ColumnMapping, importColumns, type RawPartner } from './import.ts';
import { type PartnerDraft, type RowDefaults, readPartnerRow } from './partner-row.ts';
import { readTable, type TableRow } from './read-table.ts';
import { RowRefusal } from './row-refusal.ts';

/** A row of the file as far as it can be judged without the database. */
export interface PreparedRow {
  line: number;
  /** As much of the name as a list shows. */
  name: string;
  reading: PartnerDraft | RowRefusal;
}

export interface Reading extends RowDefaults {
  text: string;
  mapping: ColumnMapping;
}

/** Every row of a file in its order, broken ones and repetitions told apart. */
export function prepareRows({ text, mapping, ...defaults }: Reading): PreparedRow[] {
  const table = readTable(text);
  const broken = table.broken.map(({ line, message }) => ({
    line,
    name: '',
    reading: new RowRefusal('unreadable', message),
  }));
  const rows = table.rows.map((row) => prepareRow(row, mapping, defaults));
  return refuseRepetitions([...broken, ...rows].sort((left, right) => left.line - right.line));
}

function prepareRow(row: TableRow, mapping: ColumnMapping, defaults: RowDefaults): PreparedRow {
  const raw: RawPartner = {};
  for (const { key } of importColumns) {
    const header = mapping[key];
    if (header !== undefined) raw[key] = row.cells[header];
  }
  const name = cleanText(raw.name ?? '').slice(0, 60);
  try {
    return { line: row.line, name, reading: readPartnerRow(raw, defaults) };
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    return { line: row.line, name, reading: error };
  }
}

/** Of rows about the same partner the first counts, whatever becomes of it. */
function refuseRepetitions(rows: PreparedRow[]): PreparedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (row.reading instanceof RowRefusal) return row;
    const keys = keysOf(row.reading);
    const earlier = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
    if (earlier !== undefined) {
      const reading = new RowRefusal('duplicate', `The same partner stands on line ${earlier} already.`);
      return { ...row, reading };
    }
    for (const key of keys) seen.set(key, row.line);
    return row;
  });
}

function keysOf({ partnerId, source, externalId, fields }: PartnerDraft): string[] {
  return [
    `key ${source} ${externalId}`,
    ...(partnerId ? [`id ${partnerId}`] : []),
    // Two partners that we know already may share an address.
    ...(fields.email && !partnerId ? [`mail ${normaliseEmail(fields.email)}`] : []),
  ];
}
