/** Browser-safe parts: words, machines and form shapes. Nothing here reaches the database. */
export * from '@goodword/db/vocabulary';
export { default as superjson } from 'superjson';
export * from './domains/commissions/commissions.schema.ts';
export * from './domains/deals/deals.schema.ts';
export * from './domains/identity/identity.schema.ts';
export * from './domains/introductions/introductions.schema.ts';
export * from './domains/ledger/ledger.schema.ts';
export * from './domains/payouts/payouts.schema.ts';
export * from './domains/portal/portal.schema.ts';
export * from './domains/sharing/sharing.schema.ts';
export { regionName, usStates } from './shared/regions.ts';
