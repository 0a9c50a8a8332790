/** Trims, drops invisible characters, folds white space. What people see is what is stored. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, (character) => (isDirectionMark(character) ? character : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Marks that Arabic and Hebrew names need stay. */
function isDirectionMark(character: string): boolean {
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
