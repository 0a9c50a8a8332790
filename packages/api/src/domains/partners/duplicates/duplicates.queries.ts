import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { inArray, or } from 'drizzle-orm';
import type { IdentityKeys } from './duplicates.schema.ts';

const identity = {
  id: partners.id,
  name: partners.name,
  status: partners.status,
  nameKey: partners.nameKey,
  emailNormalised: partners.emailNormalised,
  phone: partners.phone,
  websiteDomain: partners.websiteDomain,
  emailDomain: partners.emailDomain,
};

const MOST = 500;

/** Partners that share something with one of these: each comparison is a plain equality on an index of its own. */
export async function findLookAlikes(tx: Tx, keys: readonly IdentityKeys[]) {
  const valuesOf = (pick: (one: IdentityKeys) => (string | null)[]) =>
    [...new Set(keys.flatMap(pick))].filter((value): value is string => Boolean(value));
  const names = valuesOf((one) => [one.nameKey]);
  const emails = valuesOf((one) => [one.emailNormalised]);
  const phones = valuesOf((one) => [one.phone?.startsWith('+') ? one.phone : null]);
  const domains = valuesOf((one) => [one.websiteDomain, one.emailDomain]);
  const conditions = [
    names.length > 0 ? inArray(partners.nameKey, names) : undefined,
    emails.length > 0 ? inArray(partners.emailNormalised, emails) : undefined,
    phones.length > 0 ? inArray(partners.phone, phones) : undefined,
    domains.length > 0 ? inArray(partners.websiteDomain, domains) : undefined,
    domains.length > 0 ? inArray(partners.emailDomain, domains) : undefined,
  ].filter((condition) => condition !== undefined);
  if (conditions.length === 0) return [];
  return tx
    .select(identity)
    .from(partners)
    .where(or(...conditions))
    .limit(MOST);
}
