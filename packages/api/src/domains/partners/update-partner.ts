import type { partners } from '@goodword/db/schema';
import type { z } from 'zod';
import { expireTokensOf } from '../../auth/tokens.queries.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { emailDomain, nameKey, ownDomain } from './duplicates/identity-keys.ts';
import { blankToNull } from './partner.ts';
import { getPartner, updatePartnerRow } from './partners.queries.ts';
import type { updatePartnerInput } from './partners.schema.ts';
import { normalisePhone } from './phone.ts';

type Changes = Partial<typeof partners.$inferInsert>;
type Input = Omit<z.infer<typeof updatePartnerInput>, 'id'>;

/** Changes what is stated and leaves the rest. @throws `not_found` */
export async function updatePartner(ctx: Context, { id, ...input }: Input & { id: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, id);
    const changes = differing(partner, toColumns(input, input.country ?? partner.country));
    if (Object.keys(changes).length === 0) return;
    await updatePartnerRow(tx, id, changes);
    // An open invitation went to the old mailbox and must not open an account in the name of the new one.
    if (changes.emailNormalised) {
      await expireTokensOf(tx, { purpose: 'accept_invitation', subjectId: id }, ctx.clock.now());
    }
    await recordChange(tx, ctx, {
      action: 'partner.changed',
      subjectType: 'partner',
      subjectId: id,
      fields: Object.keys(changes),
    });
  });
}

/** Form fields as columns. A field that is present and empty empties its column. */
export function toColumns(input: Input, country: string | null): Changes {
  const columns: Changes = {};
  if (input.name) {
    const { name } = input;
    Object.assign(columns, { name, nameSort: sortName(name), nameKey: nameKey(name) });
  }
  if (input.email) {
    const { email } = input;
    Object.assign(columns, {
      email,
      emailNormalised: normaliseEmail(email),
      emailDomain: emailDomain(email),
    });
  }
  if (input.country) columns.country = input.country;
  if (input.capacity !== undefined) columns.capacity = input.capacity;
  if ('phone' in input) columns.phone = input.phone ? normalisePhone(input.phone, country) : null;
  for (const field of ['contactName', 'website', 'city', 'about', 'internalNotes'] as const) {
    if (field in input) columns[field] = blankToNull(input[field]);
  }
  if ('website' in input) columns.websiteDomain = ownDomain(input.website);
  return columns;
}

/** Only what really changes: an unchanged form leaves no trace. */
export function differing(row: object, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => (row as Record<string, unknown>)[name] !== value),
  );
}
