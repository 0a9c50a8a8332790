import { lookEnds } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, reasonField, tokenField } from '../../shared/fields.ts';

export const openLookInput = z.strictObject({
  partnerId: idField,
  /** The partner reads it. */
  reason: reasonField,
});

/** The address works once and for a minute. */
export const openedLook = z.object({ url: z.string() });

export const lookLinkInput = z.strictObject({ token: tokenField });

export const lookOffer = z.object({
  partnerName: z.string(),
  staffName: z.string(),
  reason: z.string(),
  minutes: z.number(),
});

/** The name of the file says which list leaves. */
export const noteLookExportInput = z.strictObject({ list: z.string().regex(/^[a-z-]{1,40}$/) });

/** What a partner learns of each look at its portal. */
export const ownLooks = z.array(
  z.object({
    id: z.string(),
    staffName: z.string(),
    reason: z.string(),
    startedAt: z.date(),
    /** Null while it lasts. */
    endedAt: z.date().nullable(),
    ended: z.enum(lookEnds).nullable(),
  }),
);
