import { readFileSync } from 'node:fs';
import { importPartners } from '../../src/domains/imports/import-partners.ts';
import type { Context } from '../../src/platform/context.ts';

/** Where a file of the fixtures lies. */
export const fixturePath = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).pathname;

export const fixture = (name: string): Uint8Array => readFileSync(fixturePath(name));

export const banks = {
  fileName: 'occ-national-banks.csv',
  bytes: fixture('occ-national-banks.csv'),
  partnerTypeCode: 'lender',
  country: 'US',
};

export const messy = {
  fileName: 'partners-messy.csv',
  bytes: fixture('partners-messy.csv'),
  source: 'messy',
  country: 'AE',
};

/** Checks and imports text as a file of lenders in the United States. */
export function importText(ctx: Context, text: string, source: string, more: { dryRun?: boolean } = {}) {
  return importPartners(ctx, {
    fileName: `${source}.csv`,
    bytes: new TextEncoder().encode(text),
    partnerTypeCode: 'lender',
    country: 'US',
    source,
    ...more,
  });
}
