import type { DocumentMediaType } from '@goodword/db/vocabulary';

const signatures: readonly { mediaType: DocumentMediaType; bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

const endings: Record<DocumentMediaType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** What a file is by its first bytes; null for everything we do not take. */
export function mediaTypeOf(content: Uint8Array): DocumentMediaType | null {
  const found = signatures.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  return found?.mediaType ?? null;
}

/**
 * A name that is safe to save: no path, no control characters, and the ending of what the file is, so that a page
 * renamed to look like a picture cannot be opened as one.
 */
export function safeFileName(name: string, mediaType: DocumentMediaType): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const short = [...base].slice(0, 80).join('');
  return `${short || 'document'}.${endings[mediaType]}`;
}
