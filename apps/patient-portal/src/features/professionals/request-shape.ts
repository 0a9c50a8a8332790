import { newRequestInput, type ShareScope, shareScopes } from '@goodword/api/client';
import { z } from 'zod';

const fields = newRequestInput.shape;

/** An empty amount is null in a form and missing in the API. */
const optionalPrice = z
  .union([fields.priceMinMinor.unwrap(), z.null()], { error: 'Write an amount above zero.' })
  .transform((amount) => amount ?? undefined);

/** What the form holds; each permission is a box of its own. */
export const requestShape = z
  .object({
    groupId: z.string().min(1, 'Choose a group, or create one.').pipe(fields.groupId),
    partnerTypeCode: z.string().min(1, 'Choose a kind of professional.').pipe(fields.partnerTypeCode),
    region: fields.region,
    groupSize: fields.groupSize,
    priceMinMinor: optionalPrice,
    priceMaxMinor: optionalPrice,
    timeline: fields.timeline,
    specificNeed: fields.specificNeed,
    consent: z.object({ contact: z.boolean(), budget: z.boolean(), requirements: z.boolean() }),
  })
  .refine(
    ({ priceMinMinor, priceMaxMinor }) =>
      priceMinMinor === undefined || priceMaxMinor === undefined || priceMinMinor <= priceMaxMinor,
    { path: ['priceMaxMinor'], message: 'The highest price cannot be below the lowest.' },
  )
  .refine(({ consent }) => shareScopes.some((scope) => consent[scope]), {
    path: ['consent', 'contact'],
    message: 'Choose at least one thing we may tell the professional.',
  });

/** The answers as the API takes them. */
export function toRequest({ consent, ...answers }: z.output<typeof requestShape>) {
  return { ...answers, consentScopes: shareScopes.filter((scope: ShareScope) => consent[scope]) };
}
