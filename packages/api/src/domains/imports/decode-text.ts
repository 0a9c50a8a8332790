import { AppError } from '../../shared/errors.ts';

export interface DecodedText {
  text: string;
  /** How the bytes were read, for people: `UTF-8`, `UTF-16`, `Windows-1252`. */
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** As many bytes as are looked at to tell text in two-byte units from other text. */
const PROBE = 1000;

/**
 * Reads a file as text: what its byte order mark says, else UTF-8 when the bytes are valid as such, else the code page
 * that spreadsheets in Western Europe and America save in.
 * @throws `invalid_input` for what is no text, such as a spreadsheet's own format
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw refused('This is a spreadsheet and not a CSV file. Save it as “CSV UTF-8” and choose that file.');
  }
  const wide = wideEncoding(bytes);
  if (wide) return checked({ text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' });
  try {
    return checked({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' });
  } catch (error) {
    if (error instanceof AppError) throw error;
    return checked({ text: decodeWindows1252(bytes), encoding: 'Windows-1252' });
  }
}

/** What the code page has in place of the control characters 0x80 to 0x9f; the rest is Latin 1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: the decoder of some versions of Node reads this code page as Latin 1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const probe = bytes.subarray(0, PROBE - (PROBE % 2));
  const zeros = (offset: number) => probe.filter((byte, at) => at % 2 === offset && byte === 0).length;
  const many = probe.length / 4;
  if (probe.length >= 4 && zeros(1) > many && zeros(0) === 0) return 'utf-16le';
  if (probe.length >= 4 && zeros(0) > many && zeros(1) === 0) return 'utf-16be';
  return null;
}

function checked(decoded: DecodedText): DecodedText {
  if (decoded.text.includes('\0')) throw refused('This is no text file. Choose a file saved as CSV.');
  return { ...decoded, text: decoded.text.replace(/^\uFEFF/, '') };
}

function refused(userMessage: string): AppError {
  return new AppError('invalid_input', { userMessage, fields: { file: userMessage } });
}
