import { directions, partnerMachine, partnerRoles } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { standingStates } from '../../shared/agreement-shapes.ts';
import { bulkIdsField } from '../../shared/bulk.ts';
import {
  emailField,
  idField,
  optionalLines,
  optionalText,
  reasonField,
  regionField,
  textField,
} from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { termsField, termsOutput } from '../../shared/terms-shapes.ts';
import { timelineEntry } from '../../shared/timeline.ts';
import { credentialRequirement, credentialView } from './credentials/credentials.schema.ts';
import { onboardingProgress } from './onboarding/onboarding.schema.ts';
import {
  capacityField,
  countryField,
  engagementRegionsField,
  optionalPhone,
  optionalWebsite,
  partnerTypeCodeField,
} from './partner-fields.schema.ts';

export const partnerStatus = z.enum(partnerMachine.states);

export const onboardingFilters = ['open', 'stalled', 'done'] as const;

export const listPartnersInput = z.strictObject({
  ...pageInput,
  /** The beginning of a name, or a whole id, code or e-mail address. */
  search: optionalText('The search', 120),
  status: partnerStatus.optional(),
  type: partnerTypeCodeField.optional(),
  region: regionField.optional(),
  /** Account manager; `none` finds partners without one. */
  owner: z.union([idField, z.literal('none')]).optional(),
  /** Partner group; `none` finds partners in no group. */
  group: z.union([idField, z.literal('none')]).optional(),
  /** How far newcomers have come: something to do, nothing happening, or settled in. */
  onboarding: z.enum(onboardingFilters).optional(),
  sort: z.enum(['name', 'created']).default('name'),
  dir: z.enum(['asc', 'desc']).default('asc'),
});

export const partnerSummary = z.object({
  id: z.string(),
  name: z.string(),
  status: partnerStatus,
  types: z.array(z.object({ code: z.string(), name: z.string() })),
  regions: z.array(z.string()),
  country: z.string().nullable(),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  openShares: z.number(),
  /** Null: no limit. */
  capacity: z.number().nullable(),
  createdAt: z.date(),
  code: z.string().nullable(),
  /** The account manager. */
  ownerAccountId: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** The partner group it is in. */
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  /** How many steps of settling in are done; null when it is over or not begun. */
  onboarding: z.object({ done: z.number(), total: z.number() }).nullable(),
});

export const partnerPage = pageOf(partnerSummary);

/** The same filter as the list; more rows at once, because nobody looks at them one by one. */
export const exportPartnersInput = listPartnersInput.extend({
  limit: z.number().int().min(1).max(500).default(500),
});

export const partnerExport = z.object({
  id: z.string(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
  name: z.string(),
  status: partnerStatus,
  types: z.array(z.string()),
  regions: z.array(z.string()),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  /** Of the one engagement; null where there are several. */
  rateBps: z.number().nullable(),
  capacity: z.number().nullable(),
  about: z.string().nullable(),
  internalNotes: z.string().nullable(),
  code: z.string().nullable(),
  openShares: z.number(),
  ownerName: z.string().nullable(),
  groupName: z.string().nullable(),
  createdAt: z.date(),
});

export const partnerExportPage = pageOf(partnerExport);

/** The columns of the file, in its order: header, and the cell of a row. The import understands every one of them. */
export const partnerFileColumns: readonly [
  header: string,
  cell: (row: z.infer<typeof partnerExport>) => string | null,
][] = [
  ['Goodword id', (row) => row.id],
  ['Source', (row) => row.source],
  ['External id', (row) => row.externalId],
  ['Name', (row) => row.name],
  ['Status', (row) => row.status],
  ['Types', (row) => row.types.join(';')],
  ['Regions', (row) => row.regions.join(';')],
  ['Contact', (row) => row.contactName],
  ['E-mail', (row) => row.email],
  ['Phone', (row) => row.phone],
  ['Website', (row) => row.website],
  ['City', (row) => row.city],
  ['Country', (row) => row.country],
  ['Commission %', (row) => (row.rateBps === null ? null : String(row.rateBps / 100))],
  ['Capacity', (row) => (row.capacity === null ? null : String(row.capacity))],
  ['About', (row) => row.about],
  ['Notes', (row) => row.internalNotes],
  ['Code', (row) => row.code],
  ['Open shares', (row) => String(row.openShares)],
  ['Account manager', (row) => row.ownerName],
  ['Group', (row) => row.groupName],
  ['Since', (row) => row.createdAt.toISOString()],
];

export const getPartnerInput = z.strictObject({ id: idField });

export const engagementOutput = z.object({
  id: z.string(),
  partnerTypeCode: z.string(),
  typeName: z.string(),
  regions: z.array(z.string()),
  version: z.number(),
  /** In force now; for one that ended, when it ended. */
  terms: termsOutput,
  /** The terms in words. */
  sentence: z.string(),
  inForce: z.object({
    source: z.enum(['engagement', 'group', 'type']),
    name: z.string(),
    groupId: z.string().nullable(),
    since: z.date(),
    outsideRange: z.boolean(),
    why: z.string(),
  }),
  /** What was agreed for this engagement alone, oldest first. */
  plans: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sentence: z.string(),
      effectiveFrom: z.date(),
      outsideRange: z.boolean(),
      reason: z.string(),
      setByName: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
  /** Agreed or said by the group already, from a day to come. */
  coming: z.array(z.object({ name: z.string(), sentence: z.string(), effectiveFrom: z.date() })),
  /** The rates the type allows in these regions; null when its rate is fixed. */
  range: z.object({ minBps: z.number(), maxBps: z.number() }).nullable(),
  /** Why nothing is paid though the terms say so; null when nothing stands in the way. */
  blockedByLaw: z.string().nullable(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

export const credentialOutput = credentialView.extend({ verifiedByName: z.string().nullable() });

export const partnerDetail = z.object({
  id: z.string(),
  name: z.string(),
  status: partnerStatus,
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  capacity: z.number().nullable(),
  code: z.string().nullable(),
  about: z.string().nullable(),
  internalNotes: z.string().nullable(),
  currency: z.string(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
  ownerAccountId: z.string().nullable(),
  ownerName: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  createdAt: z.date(),
  appliedAt: z.date().nullable(),
  activatedAt: z.date().nullable(),
  engagements: z.array(engagementOutput),
  members: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(partnerRoles).nullable(),
      createdAt: z.date(),
      twoFactor: z.boolean(),
      disabledAt: z.date().nullable(),
    }),
  ),
  acceptances: z.array(
    z.object({
      agreementId: z.string(),
      version: z.number(),
      title: z.string(),
      acceptedAt: z.date(),
      acceptedByName: z.string(),
      acceptedByRole: z.enum(partnerRoles),
    }),
  ),
  /** How it stands towards the version in force. */
  agreement: z.object({
    state: z.enum(standingStates),
    version: z.number(),
    deadline: z.date().nullable(),
  }),
  onboarding: onboardingProgress,
  credentials: z.array(credentialOutput),
  requirements: z.array(credentialRequirement),
  counts: z.object({
    referrals: z.number(),
    shares: z.number(),
    openShares: z.number(),
    deals: z.number(),
  }),
  /** Without cancelled commissions; direction says who pays. */
  commissionTotals: z.array(
    z.object({
      currency: z.string(),
      direction: z.enum(directions),
      totalMinor: z.bigint(),
      paidMinor: z.bigint(),
    }),
  ),
  /** Nothing but its own profile hangs on it: it may be deleted instead of terminated. */
  neverUsed: z.boolean(),
  /** Newest first. */
  timeline: z.array(timelineEntry),
});

export const invitePartnerInput = z.strictObject({
  name: textField('A name', 120),
  contactName: textField('A contact name', 120),
  email: emailField,
  phone: optionalPhone,
  website: optionalWebsite,
  partnerTypeCode: partnerTypeCodeField,
  regions: engagementRegionsField,
  capacity: capacityField.nullable().optional(),
  country: countryField.optional(),
});

export const partnerIdOutput = z.object({ id: z.string() });

/** Writes the link again: for a partner that is invited or approved and has no account yet. */
export const resendInvitationInput = z.strictObject({ id: idField });

export const openInvitationList = z.array(
  z.object({
    partnerId: z.string(),
    name: z.string(),
    status: partnerStatus,
    email: z.string().nullable(),
    /** Null: the partner applied by itself or was imported. */
    invitedByName: z.string().nullable(),
    since: z.date(),
    /** When the newest link left; null before the first one. */
    sentAt: z.date().nullable(),
    expiresAt: z.date().nullable(),
    state: z.enum(['sending', 'waiting', 'expired', 'revoked']),
  }),
);

export const updatePartnerInput = z.strictObject({
  id: idField,
  name: textField('A name', 120).optional(),
  contactName: textField('A contact name', 120).optional(),
  email: emailField.optional(),
  phone: optionalPhone,
  website: optionalWebsite,
  city: optionalText('The city', 120),
  country: countryField.optional(),
  /** Null: no limit. */
  capacity: capacityField.nullable().optional(),
  about: optionalLines('The description', 2000),
  internalNotes: optionalLines('The note', 4000),
});

/** Moves by hand. Approval and rejection belong to the application; `active` is only ever returned to. */
export const manualPartnerMoves = [
  'pending_review',
  'active',
  'inactive',
  'suspended',
  'terminated',
] as const;

export const changePartnerStatusInput = z.strictObject({
  id: idField,
  to: z.enum(manualPartnerMoves),
  reason: reasonField,
});

export const deletePartnerInput = z.strictObject({ id: idField, reason: reasonField });

/** Ending a partnership is not done to many at once. */
export const bulkPartnerMoves = ['active', 'inactive', 'suspended'] as const;

export const changeStatusOfPartnersInput = z.strictObject({
  ids: bulkIdsField,
  to: z.enum(bulkPartnerMoves),
  reason: reasonField,
});

export const setPartnerOwnerInput = z.strictObject({
  ids: bulkIdsField,
  accountId: idField.nullable(),
  /** Only partners that are with this person now, or with nobody. */
  from: idField.nullable().optional(),
});

export const addEngagementInput = z.strictObject({
  partnerId: idField,
  partnerTypeCode: partnerTypeCodeField,
  regions: engagementRegionsField,
});

/** As it was read: a change that somebody else made meanwhile is not overwritten. */
const engagementAsRead = { engagementId: idField, version: z.number().int() };

export const updateTermsInput = z.strictObject({
  ...engagementAsRead,
  name: textField('A name for the plan', 80),
  /** Null: back to what counts without a plan: the terms of the group, else those it began with. */
  terms: termsField.nullable(),
  /** A day to come; left out, they count from now. */
  effectiveFrom: z.date().nullable().optional(),
  reason: reasonField,
});

export const changeRegionsInput = z.strictObject({
  ...engagementAsRead,
  regions: engagementRegionsField,
  reason: reasonField,
});

export const endEngagementInput = z.strictObject({ ...engagementAsRead, reason: reasonField });
