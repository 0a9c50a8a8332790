import { coverageMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { optionalText, reasonField, regionField } from '../../shared/fields.ts';

const typeCode = z.string().regex(/^[a-z][a-z_]{1,39}$/, 'Choose a partner type.');
const country = z.string().regex(/^[A-Z]{2}$/, 'Choose a country.');

export const coverageStatus = z.enum(coverageMachine.states);

export const listCoverageInput = z.strictObject({
  /** Only regions of this country; all when left out. */
  country: country.optional(),
  partnerTypeCode: typeCode.optional(),
});

/** One cell of region × type. A cell nobody has set yet is `unavailable`. */
export const coverageCell = z.object({
  region: z.string(),
  regionName: z.string(),
  partnerTypeCode: z.string(),
  status: coverageStatus,
  note: z.string().nullable(),
  changedAt: z.date().nullable(),
  /** Active partners with this type that cover the region: counted, never typed. */
  activePartners: z.number(),
});

export const coverageList = z.object({
  types: z.array(z.object({ code: z.string(), name: z.string() })),
  cells: z.array(coverageCell),
});

export const setCoverageInput = z
  .strictObject({
    region: regionField,
    partnerTypeCode: typeCode,
    status: coverageStatus,
    note: optionalText('The note', 500),
    /** Opens a region although no active partner covers it. */
    force: z.boolean().optional(),
    reason: reasonField.optional(),
    /** Only if this is its status now. */
    from: coverageStatus.optional(),
  })
  .refine(({ force, reason }) => !force || reason !== undefined, {
    path: ['reason'],
    message: 'Say why this region opens without an active partner.',
  });

export const checkCoverageInput = z.strictObject({ region: regionField });

export const coverageCheck = z.object({
  region: z.string(),
  regionName: z.string(),
  types: z.array(
    z.object({
      partnerTypeCode: z.string(),
      name: z.string(),
      description: z.string(),
      /** The public sees `available` or `coming_soon` only. */
      status: coverageStatus,
      label: z.string(),
      /** For staff; null for everybody else. */
      activePartners: z.number().nullable(),
    }),
  ),
});
