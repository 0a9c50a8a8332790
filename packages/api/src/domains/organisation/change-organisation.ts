import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { requireOrganisation, updateOrganisation } from '../identity/index.ts';
import type { updateOrganisationInput } from './organisation.schema.ts';

type Settings = z.infer<typeof updateOrganisationInput>;

/** Changes what the organisation is called and how it counts; amounts that exist keep their currency. */
export async function changeOrganisation(ctx: Context, settings: Settings): Promise<void> {
  await inScope(ctx, async (tx) => {
    const before = await requireOrganisation(tx);
    const fields = (Object.keys(settings) as (keyof Settings)[]).filter(
      (key) => settings[key] !== undefined && settings[key] !== before[key],
    );
    if (fields.length === 0) return;
    await updateOrganisation(tx, settings);
    await recordChange(tx, ctx, {
      action: 'organisation.changed',
      subjectType: 'organisation',
      subjectId: 'org',
      fields,
    });
  });
}
