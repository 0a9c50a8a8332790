type CsvCell = string | number | bigint | boolean | null | undefined;

function encodeCell(cell: CsvCell): string {
  const raw = cell === null || cell === undefined ? '' : String(cell);
  // A spreadsheet runs text that starts like a formula; real numbers keep their sign. Text that has the mark by itself
  // gets another, so that a reader knows which one to take back.
  const risky = typeof cell === 'string' && /^'*[=+\-@\t\r]/.test(raw) && !/^[+-]?\d+(\.\d+)?$/.test(raw);
  const text = risky ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 text with a header row. Cells that a spreadsheet would run as a formula are defused. */
export function toCsv(header: string[], rows: CsvCell[][]): string {
  return `${[header, ...rows].map((row) => row.map(encodeCell).join(',')).join('\r\n')}\r\n`;
}
