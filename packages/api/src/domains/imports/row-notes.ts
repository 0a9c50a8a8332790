import type { RunRowNote } from '@goodword/db/schema';
import { isDirectionMark } from '../../shared/text.ts';
import type { RawPartner } from './import.ts';

/** What was dropped from a name or an address, because nobody sees it and it would make a second partner of the same. */
export function noteCleaning(raw: RawPartner): RunRowNote[] {
  const notes: RunRowNote[] = [];
  const short = [raw.name, raw.contactName, raw.email, raw.city].map((text) => text ?? '');
  if (short.some(hasInvisible)) {
    notes.push({ code: 'invisible_removed', message: 'Invisible characters were removed.' });
  }
  if (short.some((text) => /[\r\n]/.test(text))) {
    notes.push({ code: 'line_break_removed', message: 'A line break was replaced by a space.' });
  }
  return notes;
}

function hasInvisible(text: string): boolean {
  return [...text].some((character) => /[\p{Cf}\p{Cc}]/u.test(character) && !isVisibleUse(character));
}

/** Marks that some scripts need, and white space, which is folded anyway. */
function isVisibleUse(character: string): boolean {
  return isDirectionMark(character) || /\s/u.test(character);
}

/** How the phone number and the website were completed. */
export function noteCompletion(
  raw: RawPartner,
  read: { phone?: string; website?: string; phoneCountry: string | null },
): RunRowNote[] {
  const notes: RunRowNote[] = [];
  if (raw.phone && read.phone && !raw.phone.trim().startsWith('+')) {
    notes.push(
      read.phone.startsWith('+')
        ? {
            code: 'phone_read_with_country',
            message: `The phone number was read as one of ${read.phoneCountry}: ${read.phone}.`,
          }
        : {
            code: 'phone_kept_as_written',
            message: 'The phone number has no country code and is kept as it is written.',
          },
    );
  }
  if (raw.website && read.website && !/^[a-z][a-z0-9+.-]*:/i.test(raw.website)) {
    notes.push({ code: 'website_completed', message: `The website was completed to ${read.website}.` });
  }
  return notes;
}
