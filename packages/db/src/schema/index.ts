export * from './documents.ts';
export * from './identity.ts';
export * from './introductions.ts';
export * from './leads.ts';
export * from './money.ts';
export * from './operations.ts';
export * from './partners.ts';
export * from './programs.ts';
