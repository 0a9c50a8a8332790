/** Trims, drops invisible and control characters, folds white space. What people see is what is stored. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (isDirectionMark(character) ? character : ''))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same line by line, for text of several paragraphs; at most one empty line in a row. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Marks that Arabic and Hebrew names need stay. */
export function isDirectionMark(character: string): boolean {
  return character === '\u200e' || character === '\u200f' || character === '\u200c' || character === '\u200d';
}

/** The form an address is compared in. */
export function normaliseEmail(email: string): string {
  return cleanText(email).toLowerCase();
}

/** The form a name is sorted and searched in. */
export function sortName(name: string): string {
  return cleanText(name).toLowerCase();
}
