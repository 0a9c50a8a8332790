import { z } from 'zod';
import { regionField } from '../../shared/fields.ts';

export const landingInput = z.strictObject({
  type: z.string().regex(/^[a-z][a-z_]{1,39}$/, 'Choose a partner type.'),
  region: regionField,
});

const step = z.object({ title: z.string(), text: z.string() });

export const landingOutput = z.object({
  typeCode: z.string(),
  typeName: z.string(),
  region: z.string(),
  regionName: z.string(),
  isOpen: z.boolean(),
  headline: z.string(),
  lead: z.string(),
  incentive: z.string(),
  steps: z.array(step),
  client: z.array(step),
  needs: z.array(z.string()),
  consent: z.object({ law: z.string(), note: z.string(), text: z.string() }),
});

/** Every page there is, for the list of them and for search engines. */
export const landingIndex = z.array(
  z.object({
    typeCode: z.string(),
    typeName: z.string(),
    region: z.string(),
    regionName: z.string(),
    isOpen: z.boolean(),
  }),
);

export const onePagerOutput = z.object({ fileName: z.string(), contentBase64: z.string() });
