import {
  introductionMachine,
  introductionOutcomes,
  referralRequestMachine,
  shareScopes,
} from '@goodword/db/vocabulary';
import { z } from 'zod';
import {
  currencyField,
  idField,
  moneyField,
  optionalText,
  reasonField,
  regionField,
  textField,
} from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const requestStatus = z.enum(referralRequestMachine.states);
export const introductionStatus = z.enum(introductionMachine.states);
const scope = z.enum(shareScopes);
const typeCodeField = z.string().regex(/^[a-z_]{2,40}$/, 'Choose a kind of professional from the list.');

/** How soon the group wants to act; also the words of the choice. */
export const requestTimelines = {
  now: 'As soon as possible',
  within_3_months: 'Within 3 months',
  within_6_months: 'Within 6 months',
  within_12_months: 'Within a year',
  exploring: 'Just exploring',
} as const;
export type RequestTimeline = keyof typeof requestTimelines;
const timelines = Object.keys(requestTimelines) as [RequestTimeline, ...RequestTimeline[]];

export const newGroupInput = z.strictObject({
  name: textField('A name for the group', 80),
  /** The others; the person who creates the group is its first member. */
  members: z.array(textField('A name', 120)).max(20, 'A group can have at most 20 other members.'),
});

export const myGroups = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    members: z.array(z.string()),
    createdAt: z.date(),
  }),
);

export const createdGroup = z.object({ id: z.string() });

export const newRequestInput = z
  .strictObject({
    groupId: idField,
    partnerTypeCode: typeCodeField,
    region: regionField,
    groupSize: z.number().int().min(1, 'Say how many people decide together.').max(50),
    priceMinMinor: moneyField.optional(),
    priceMaxMinor: moneyField.optional(),
    /** Defaults to the organisation's currency. */
    currency: currencyField.optional(),
    timeline: z.enum(timelines),
    specificNeed: textField('What you need', 1000),
    /** What may be told to the professional we introduce. */
    consentScopes: z.array(scope).min(1, 'Choose at least one thing we may tell the professional.'),
  })
  .refine(
    ({ priceMinMinor, priceMaxMinor }) =>
      priceMinMinor === undefined || priceMaxMinor === undefined || priceMinMinor <= priceMaxMinor,
    { path: ['priceMaxMinor'], message: 'The highest price cannot be below the lowest.' },
  );

export const createdRequest = z.object({ id: z.string() });

const requestFacts = {
  id: z.string(),
  status: requestStatus,
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  region: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  groupSize: z.number(),
  createdAt: z.date(),
  closedAt: z.date().nullable(),
};

const requestDetails = {
  currency: z.string(),
  priceMinMinor: z.bigint().nullable(),
  priceMaxMinor: z.bigint().nullable(),
  timeline: z.string(),
  specificNeed: z.string(),
};

export const myRequestsInput = z.strictObject({ ...pageInput });
export const myRequestPage = pageOf(z.object(requestFacts));

export const requestIdInput = z.strictObject({ id: idField });

export const myRequestDetail = z.object({
  ...requestFacts,
  ...requestDetails,
  /** What the client allows now. */
  consented: z.array(scope),
  steps: z.array(
    z.object({
      key: z.enum(['asked', 'matched', 'introduced', 'connected', 'closed', 'cancelled', 'unfulfilled']),
      at: z.date(),
    }),
  ),
  /** The professional, once the introduction was sent. */
  introducedTo: z
    .object({
      partnerName: z.string(),
      contactName: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      website: z.string().nullable(),
      introducedAt: z.date().nullable(),
    })
    .nullable(),
  canCancel: z.boolean(),
});

export const cancelRequestInput = z.strictObject({ id: idField, reason: optionalText('A reason', 500) });

// Staff ------------------------------------------------------------------------------------------------------

export const requestListInput = z.strictObject({
  ...pageInput,
  status: requestStatus.optional(),
  partnerTypeCode: typeCodeField.optional(),
  region: regionField.optional(),
  dir: z.enum(['asc', 'desc']).default('desc'),
});

export const requestSummary = z.object({
  ...requestFacts,
  clientId: z.string(),
  clientName: z.string(),
  /** The attempt that is under way, or closed. */
  introductionId: z.string().nullable(),
  partnerId: z.string().nullable(),
  partnerName: z.string().nullable(),
});

export const requestPage = pageOf(requestSummary);

export const introductionSummary = z.object({
  id: z.string(),
  status: introductionStatus,
  partnerId: z.string(),
  partnerName: z.string(),
  engagementId: z.string(),
  matchReasons: z.array(z.string()),
  proposedByName: z.string().nullable(),
  proposedAt: z.date(),
  introSentAt: z.date().nullable(),
  connectedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  outcome: z.enum(introductionOutcomes).nullable(),
  outcomeNotes: z.string().nullable(),
  dealId: z.string().nullable(),
});

export const requestDetail = z.object({
  ...requestFacts,
  ...requestDetails,
  clientId: z.string(),
  clientName: z.string(),
  clientEmail: z.string().nullable(),
  clientPhone: z.string().nullable(),
  members: z.array(z.string()),
  endReason: z.string().nullable(),
  /** What the client allows a partner of this type to know. */
  consented: z.array(scope),
  introductions: z.array(introductionSummary),
  /** How soon the group wants to act; `timeline` is the history here. */
  wantedBy: z.string(),
  timeline: z.array(timelineEntry),
});

export const matchObstacles = [
  'partner_not_active',
  'agreement_overdue',
  'credential_missing',
  'credential_expired',
  'declined_before',
] as const;
export type MatchObstacle = (typeof matchObstacles)[number];

export const matchCandidate = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  engagementId: z.string(),
  regions: z.array(z.string()),
  /** Introductions of this partner that are under way. */
  openIntroductions: z.number(),
  eligible: z.boolean(),
  obstacles: z.array(z.enum(matchObstacles)),
  /** Why this partner fits, in words. */
  reasons: z.array(z.string()),
});

export const matchCandidatesInput = z.strictObject({ requestId: idField });
export const matchCandidates = z.array(matchCandidate);

export const matchInput = z.strictObject({ requestId: idField, engagementId: idField });
export const createdIntroduction = z.object({ id: z.string() });

export const sendIntroductionInput = z.strictObject({ introductionId: idField });
export const declineForPartnerInput = z.strictObject({ introductionId: idField, reason: reasonField });
export const unfulfilledInput = z.strictObject({ requestId: idField, reason: reasonField });

export const recordOutcomeInput = z
  .strictObject({
    introductionId: idField,
    outcome: z.enum(introductionOutcomes),
    notes: optionalText('Notes', 1000),
    /** Needed when a deal was closed. */
    deal: z.strictObject({ valueMinor: moneyField, currency: currencyField, closedAt: z.date() }).optional(),
  })
  .superRefine((input, issues) => {
    if (input.outcome === 'deal_closed' && !input.deal) {
      issues.addIssue({
        code: 'custom',
        path: ['deal'],
        message: 'Write the value and the date of the deal.',
      });
    }
    if (input.outcome !== 'deal_closed' && input.deal) {
      issues.addIssue({ code: 'custom', path: ['outcome'], message: 'Only a closed deal has a value.' });
    }
  });

// Partner ----------------------------------------------------------------------------------------------------

/** Why a part of a request stays closed to the introduced partner. */
export const requestLocks = ['no_consent', 'not_for_type', 'ended'] as const;

/** A request as the introduced partner may see it at this moment. */
export const visibleRequestOutput = z.object({
  contact: z
    .object({
      groupName: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      location: z.string().nullable(),
    })
    .nullable(),
  budget: z
    .object({
      currency: z.string(),
      minMinor: z.bigint().nullable(),
      maxMinor: z.bigint().nullable(),
    })
    .nullable(),
  requirements: z.object({ region: z.string(), groupSize: z.number(), timeline: z.string() }).nullable(),
  /** The client's own words; they go with contact only. */
  specificNeed: z.string().nullable(),
  locked: z.array(
    z.object({
      field: z.enum([...shareScopes, 'message']),
      reason: z.enum(requestLocks),
    }),
  ),
});

export const myIntroductionsInput = z.strictObject({ ...pageInput, status: introductionStatus.optional() });

export const myIntroduction = z.object({
  id: z.string(),
  status: introductionStatus,
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  introSentAt: z.date().nullable(),
  connectedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  outcome: z.enum(introductionOutcomes).nullable(),
  request: visibleRequestOutput,
});

export const myIntroductionPage = pageOf(myIntroduction);

export const myIntroductionDetail = myIntroduction.extend({
  moves: z.array(z.enum(['connected', 'declined'])),
});

export const introductionIdInput = z.strictObject({ id: idField });
export const declineIntroductionInput = z.strictObject({ id: idField, reason: reasonField });
