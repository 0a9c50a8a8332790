import { duplicateReasons, duplicateStrengths, partnerMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';

/** Half a form: what is not readable yet is compared as it stands and finds nothing. */
export const findDuplicatesInput = z.strictObject({
  name: z.string().max(200).optional(),
  email: z.string().max(254).optional(),
  phone: z.string().max(40).optional(),
  website: z.string().max(300).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

export const duplicateOutput = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(partnerMachine.states),
  reasons: z.array(z.enum(duplicateReasons)),
  strength: z.enum(duplicateStrengths),
});

/** What a partner is compared by. A phone number counts in its international form only. */
export interface IdentityKeys {
  nameKey: string | null;
  emailNormalised: string | null;
  phone: string | null;
  websiteDomain: string | null;
  emailDomain: string | null;
}
