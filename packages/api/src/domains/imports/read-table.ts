import { parse } from 'csv-parse/sync';
import { AppError } from '../../shared/errors.ts';

export interface TableRow {
  /** Line of the file on which the row begins, counted from 1 like a spreadsheet or editor does. */
  line: number;
  /** Values by header, trimmed. */
  cells: Record<string, string>;
}

export interface Table {
  headers: string[];
  rows: TableRow[];
  /** Rows that cannot be read as the header promises. */
  broken: { line: number; message: string }[];
}

/** A cell with more line breaks than this is a quotation mark that was never closed. */
const MOST_LINES_PER_ROW = 200;

/**
 * Reads text separated by comma, semicolon or tab, with or without byte order mark, with any line ends.
 * One broken row costs that row only: each row is read by itself, and after a broken one the next line starts anew.
 * @throws `invalid_input` when there is no header
 */
export function readTable(text: string): Table {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const header = lines[first];
  if (header === undefined) throw new AppError('invalid_input', { userMessage: 'The file is empty.' });
  const delimiter = findDelimiter(header);
  const headers = nameHeaders(readRecord(header, delimiter) ?? []);
  const table: Table = { headers, rows: [], broken: [] };

  let at = first + 1;
  while (at < lines.length) {
    const line = at + 1;
    const found = takeRow(lines, at, delimiter, headers.length);
    at += found.lines;
    if ('message' in found) table.broken.push({ line, message: found.message });
    else if (found.values) table.rows.push({ line, cells: toCells(headers, found.values) });
  }
  return table;
}

/** Of the usual marks the one the header has most of. */
function findDelimiter(header: string): string {
  const count = (mark: string) => header.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Every column gets a name of its own, so that each can be chosen. */
function nameHeaders(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, index) => {
    const name = given.trim() || `Column ${index + 1}`;
    let unique = name;
    for (let number = 2; taken.has(unique); number++) unique = `${name} (${number})`;
    taken.add(unique);
    return unique;
  });
}

type Taken = { lines: number; values: string[] | null } | { lines: 1; message: string };

/** The row that begins at a line: as many lines as it takes to close its quotation marks. */
function takeRow(lines: readonly string[], at: number, delimiter: string, width: number): Taken {
  if ((lines[at] ?? '').trim() === '') return { lines: 1, values: null };
  const end = closingLine(lines, at);
  const values = end === null ? null : readRecord(lines.slice(at, end + 1).join('\n'), delimiter);
  if (end === null || !values) {
    return { lines: 1, message: 'A quotation mark is not closed, or stands in the wrong place.' };
  }
  if (values.length !== width) {
    return { lines: 1, message: `The row has ${values.length} columns, the header has ${width}.` };
  }
  return { lines: end - at + 1, values };
}

function closingLine(lines: readonly string[], from: number): number | null {
  let open = false;
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES_PER_ROW); at++) {
    const quotes = (lines[at] ?? '').split('"').length - 1;
    if (quotes % 2 === 1) open = !open;
    if (!open) return at;
  }
  return null;
}

function readRecord(text: string, delimiter: string): string[] | null {
  try {
    const [record] = parse(text, { delimiter, relax_column_count: true }) as string[][];
    return record ?? null;
  } catch {
    return null;
  }
}

function toCells(headers: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(headers.map((name, index) => [name, plainCell((values[index] ?? '').trim())]));
}

/**
 * Takes back the mark that our exports put before a cell that a spreadsheet would run as a formula. The mark stands
 * before cells that begin with it too, so that nothing is taken from a text that has it by itself.
 */
function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
