import type { Tx } from '@goodword/db';
import type { PartnerStatus } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import { normalisePhone } from '../phone.ts';
import { findLookAlikes } from './duplicates.queries.ts';
import type { findDuplicatesInput, IdentityKeys } from './duplicates.schema.ts';
import { byStrength, type Likeness, likenessOf } from './duplicates.ts';
import { emailDomain, nameKey, ownDomain } from './identity-keys.ts';

/** Somebody we may know already under another id. */
export interface Duplicate extends Likeness {
  id: string;
  name: string;
  status: PartnerStatus;
}

const MOST_SHOWN = 20;

/** Per partner of these: whom it may be, strongest first. */
export async function duplicatesOf(
  tx: Tx,
  rows: readonly (IdentityKeys & { id: string })[],
): Promise<Map<string, Duplicate[]>> {
  const others = await findLookAlikes(tx, rows);
  return new Map(
    rows.map((row) => [
      row.id,
      pickAlike(
        row,
        others.filter(({ id }) => id !== row.id),
      ),
    ]),
  );
}

/** Before somebody is invited: who of those we know it may be. Shows and never refuses. */
export async function findDuplicates(
  ctx: Context,
  input: z.infer<typeof findDuplicatesInput>,
): Promise<Duplicate[]> {
  const { name, email, phone, website, country } = input;
  const keys: IdentityKeys = {
    nameKey: name ? nameKey(name) : null,
    emailNormalised: email ? normaliseEmail(email) : null,
    phone: phone ? normalisePhone(phone, country ?? null) : null,
    websiteDomain: ownDomain(website),
    emailDomain: emailDomain(email),
  };
  return inScope(ctx, async (tx) => pickAlike(keys, await findLookAlikes(tx, [keys])));
}

function pickAlike(keys: IdentityKeys, others: Awaited<ReturnType<typeof findLookAlikes>>): Duplicate[] {
  return others
    .flatMap((other) => {
      const likeness = likenessOf(keys, other);
      return likeness ? [{ id: other.id, name: other.name, status: other.status, ...likeness }] : [];
    })
    .sort((a, b) => byStrength(a, b) || a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST_SHOWN);
}
