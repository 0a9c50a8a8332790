/** What a file was handed in for. A draft has no partner yet; its files move along when it becomes an application. */
export const documentSubjects = ['application_draft', 'application', 'credential'] as const;
export type DocumentSubject = (typeof documentSubjects)[number];

/** The formats that are taken, told by their first bytes and never by their name. */
export const documentMediaTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentMediaType = (typeof documentMediaTypes)[number];

/** Largest file, in bytes. */
export const DOCUMENT_MAX_BYTES = 5 * 1024 * 1024;

/** Most files about one thing. */
export const DOCUMENTS_MAX_COUNT = 5;
