import { contactOpensAt, leadShareMachine, shareOutcomes, shareScopes } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { currencyField, idField, moneyField, optionalText, reasonField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const shareStatus = z.enum(leadShareMachine.states);
const shareScope = z.enum(shareScopes);

/** What staff tick for one share. Ticks grant nothing: consent and the partner type decide with them. */
export const shareTicks = z.strictObject({
  contact: z.boolean(),
  budget: z.boolean(),
  requirements: z.boolean(),
});

/** Why a part of a lead stays closed to the partner. */
export const lockReasons = [
  /** We did not tick it for this share. */
  'not_shared',
  /** The client has not agreed, or took it back. */
  'no_consent',
  /** This partner type never sees it. */
  'not_for_type',
  /** It opens when the partner accepts. */
  'opens_on_acceptance',
  /** The share has ended. */
  'ended',
] as const;
export type LockReason = (typeof lockReasons)[number];

export const lockedFields = [...shareScopes, 'property', 'message'] as const;

/** A lead as its partner may see it at this moment. The same shape serves screens, preview, CSV and mail. */
export const visibleLeadOutput = z.object({
  contact: z
    .object({
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
      financing: z.string().nullable(),
      payment: z.string().nullable(),
    })
    .nullable(),
  requirements: z
    .object({
      region: z.string(),
      serviceNeeded: z.string().nullable(),
      /** Null for a partner type that never sees the property itself. */
      property: z
        .object({
          propertyType: z.string().nullable(),
          place: z.string().nullable(),
          size: z.string().nullable(),
          amenities: z.array(z.string()),
          moveIn: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** The client's own words; they go with contact only. */
  message: z.string().nullable(),
  locked: z.array(z.object({ field: z.enum(lockedFields), reason: z.enum(lockReasons) })),
});

/** Why a partner cannot take this lead now. */
export const shareObstacles = [
  'partner_not_active',
  'agreement_overdue',
  'already_shared',
  'capacity_reached',
  'credential_missing',
  'credential_expired',
  'no_consent',
] as const;
export type ShareObstacle = (typeof shareObstacles)[number];

export const shareCandidatesInput = z.strictObject({
  leadId: idField,
  search: optionalText('A search', 100),
});

export const shareCandidate = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  engagementId: z.string(),
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  regions: z.array(z.string()),
  openShares: z.number(),
  capacity: z.number().nullable(),
  eligible: z.boolean(),
  obstacles: z.array(z.enum(shareObstacles)),
  /** What exactly it lacks, when a credential stands in the way. */
  credentialGap: z.object({ kind: z.string(), expiredAt: z.date().nullable() }).nullable(),
  /** What the client allows this partner to see. */
  consented: z.array(shareScope),
  /** The most this type may ever see. */
  ceiling: z.array(shareScope),
  /** Ticks to start the form with: the type's defaults within consent. */
  defaultTicks: shareTicks,
  contactOpensAt: z.enum(contactOpensAt),
});

export const shareCandidates = z.array(shareCandidate);

export const newShareInput = z.strictObject({
  leadId: idField,
  partnerId: idField,
  engagementId: idField,
  ticks: shareTicks,
});

export const sharePreview = z.object({
  partnerName: z.string(),
  partnerTypeName: z.string(),
  /** What the partner sees right after sharing. */
  lead: visibleLeadOutput,
  /** What it sees once it has accepted. */
  leadAfterAcceptance: visibleLeadOutput,
});

export const createdShare = z.object({ id: z.string() });

export const withdrawShareInput = z.strictObject({ id: idField, reason: reasonField });

export const sharesForLeadInput = z.strictObject({ leadId: idField });

export const leadShareSummary = z.object({
  id: z.string(),
  leadId: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  status: shareStatus,
  ticks: shareTicks,
  /** The ticked parts that consent, type and state let through now. */
  visible: z.array(shareScope),
  sharedByName: z.string().nullable(),
  sentAt: z.date(),
  answerBy: z.date(),
  acceptedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  outcome: z.enum(shareOutcomes).nullable(),
});

export const sharesForLead = z.array(leadShareSummary);

export const mySharesInput = z.strictObject({ ...pageInput, status: shareStatus.optional() });

export const myShare = z.object({
  id: z.string(),
  status: shareStatus,
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  sentAt: z.date(),
  answerBy: z.date(),
  acceptedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  outcome: z.enum(shareOutcomes).nullable(),
  lead: visibleLeadOutput,
});

export const mySharePage = pageOf(myShare);

export const myShareDetail = myShare.extend({
  /** The states the partner itself may move the share to now. */
  moves: z.array(z.enum(['accepted', 'rejected', 'in_progress', 'returned', 'closed'])),
  /** The deal reported when it was closed as won. */
  deal: z
    .object({
      id: z.string(),
      status: z.string(),
      valueMinor: z.bigint(),
      currency: z.string(),
      closedAt: z.date(),
    })
    .nullable(),
});

export const shareIdInput = z.strictObject({ id: idField });

export const endShareInput = z.strictObject({ id: idField, reason: reasonField });

export const closeShareInput = z
  .strictObject({
    id: idField,
    outcome: z.enum(shareOutcomes),
    valueMinor: moneyField.optional(),
    currency: currencyField.optional(),
    note: optionalText('A note', 1000),
  })
  .superRefine((input, issues) => {
    if (input.outcome === 'won' && input.valueMinor === undefined) {
      issues.addIssue({
        code: 'custom',
        path: ['valueMinor'],
        message: 'Write the value of the deal you won.',
      });
    }
    if (input.outcome === 'won' && input.currency === undefined) {
      issues.addIssue({ code: 'custom', path: ['currency'], message: 'Choose the currency of the deal.' });
    }
  });

export const shareCsvInput = z.strictObject({ status: shareStatus.optional() });

/** The file as text, UTF-8, ready to be saved. */
export const shareCsv = z.string();
