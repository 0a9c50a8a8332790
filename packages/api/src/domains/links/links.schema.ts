import { z } from 'zod';
import { idField, optionalText, textField } from '../../shared/fields.ts';

const campaignField = textField('A campaign', 60);

/** The end of a link's own address. Whether it may be given is decided where all names are known. */
export const slugField = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(3, 'Use at least 3 characters.')
      .max(40, 'Use at most 40 characters.')
      .regex(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        'Use letters a to z, figures and single hyphens, such as spring-fair.',
      ),
  );

/** An empty field of a form asks for none. */
const optionalSlug = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  slugField.optional(),
);

export const createLinkInput = z.strictObject({
  campaign: campaignField,
  placement: optionalText('A place', 60),
  slug: optionalSlug,
});

export const updateLinkInput = z.strictObject({
  id: idField,
  campaign: campaignField,
  placement: optionalText('A place', 60),
});

/** `null` takes the own address away: the link then shows its code. */
export const changeSlugInput = z.strictObject({ id: idField, slug: slugField.nullable() });

export const archiveLinkInput = z.strictObject({ id: idField, archived: z.boolean() });

export const listLinksInput = z.strictObject({
  campaign: z.string().max(60).optional(),
  archived: z.boolean().default(false),
});

export const partnerLinksInput = z.strictObject({ partnerId: idField });

/** A code or name as somebody was told it. */
export const findLinkInput = z.strictObject({ entry: textField('A code', 60) });
export const foundLinkOutput = z.object({ url: z.string() });

export const campaignList = z.array(
  z.object({ campaign: z.string(), links: z.number(), archived: z.number() }),
);

/** How far back a chart looks. */
export const statsDays = [30, 90] as const;

export const linkStatsInput = z.strictObject({
  id: idField,
  days: z.union([z.literal(30), z.literal(90)]).default(30),
});

const linkFields = {
  id: z.string(),
  /** Cannot be guessed, and works for ever. */
  code: z.string(),
  /** The address to hand out: the own one where there is one. */
  url: z.string(),
  /** The end of the own address. */
  slug: z.string().nullable(),
  /** To say on the phone; entered on the public start page. */
  spoken: z.string().nullable(),
  campaign: z.string(),
  placement: z.string(),
  createdAt: z.date(),
  archivedAt: z.date().nullable(),
};

export const partnerLinkOutput = z.object({
  ...linkFields,
  clicks: z.number(),
  clicksLast30Days: z.number(),
  /** Partner referrals that came through this link. */
  referrals: z.number(),
});
export const partnerLinkList = z.array(partnerLinkOutput);

export const linkStatsOutput = z.object({
  ...linkFields,
  /** Earlier own addresses; they lead here still. */
  earlierSlugs: z.array(z.string()),
  /** Where codes are entered. */
  startUrl: z.string(),
  timeZone: z.string(),
  referrals: z.number(),
  /** One entry for each day asked for in the organisation's time zone, oldest first. */
  days: z.array(z.object({ day: z.string(), clicks: z.number(), visitors: z.number() })),
});
