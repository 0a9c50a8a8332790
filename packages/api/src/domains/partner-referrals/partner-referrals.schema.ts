import { leadMachine, partnerReferralMachine, referralSources } from '@goodword/db/vocabulary';
import { z } from 'zod';
import {
  emailField,
  idField,
  optionalText,
  phoneField,
  reasonField,
  textField,
  tokenField,
} from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const partnerReferralStatus = z.enum(partnerReferralMachine.states);

/** Answers to the extra questions of a partner type, by the key of the question. */
const details = z
  .record(
    z.string().regex(/^[a-zA-Z]{1,40}$/),
    optionalText('An answer', 200).transform((text) => text ?? ''),
  )
  .default({});

export const referralFormOutput = z.object({
  /** Why the partner cannot refer right now, e.g. before the agreement is accepted; null when it can. */
  refusal: z.string().nullable(),
  engagements: z.array(
    z.object({
      id: z.string(),
      partnerTypeCode: z.string(),
      partnerTypeName: z.string(),
      regions: z.array(z.string()),
      formFields: z.array(
        z.object({ key: z.string(), label: z.string(), options: z.array(z.string()).optional() }),
      ),
    }),
  ),
  /** What the partner states by ticking the box. */
  consentWording: z.object({ version: z.string(), text: z.string() }),
});

export const submitReferralInput = z.strictObject({
  engagementId: idField,
  source: z.enum(referralSources),
  clientName: textField("The client's name", 120),
  clientEmail: emailField,
  clientPhone: phoneField.optional(),
  details,
  notes: optionalText('A note', 1000),
  consentObtained: z.literal(true, {
    error: 'Tick the box: without the permission of the client we cannot write to them.',
  }),
});

export const referralSubmitted = z.object({ id: z.string() });

/** Groups that tell nothing about an outcome which the client keeps to itself. */
export const partnerReferralGroups = ['submitted', 'intake', 'accepted', 'ended'] as const;

export const listMyReferralsInput = z.strictObject({
  ...pageInput,
  group: z.enum(partnerReferralGroups).optional(),
});

export const myReferralSummary = z.object({
  id: z.string(),
  /** True when the client came by the partner's link and filled the form without the partner. */
  byLink: z.boolean(),
  /** What the partner typed; null by link, where the client told it to us alone. */
  clientName: z.string().nullable(),
  clientEmail: z.string().nullable(),
  partnerTypeName: z.string(),
  source: z.enum(referralSources),
  /** As far as this partner may know: an outcome shows as `accepted` without the client's consent. */
  status: partnerReferralStatus,
  submittedAt: z.date(),
});

export const myReferralPage = pageOf(myReferralSummary);

export const getReferralInput = z.strictObject({ id: idField });

export const referralStep = z.object({
  key: z.enum(['submitted', 'confirmed', 'form_filled', 'qualified', 'deal']),
  label: z.string(),
  done: z.boolean(),
  at: z.date().nullable(),
});

export const myReferralDetail = myReferralSummary.extend({
  clientPhone: z.string().nullable(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  notes: z.string().nullable(),
  /** Why it ended, in words for the partner; null while it is open. */
  endedAt: z.date().nullable(),
  endNote: z.string().nullable(),
  /** True while the client lets this partner know the outcome. */
  outcomeVisible: z.boolean(),
  steps: z.array(referralStep),
});

export const listReferralsInput = z.strictObject({
  ...pageInput,
  status: partnerReferralStatus.optional(),
  partnerId: idField.optional(),
  partnerTypeCode: optionalText('The partner type', 40),
  /** A complete e-mail address, or the beginning of the client's or partner's name. */
  search: optionalText('The search', 120),
  dir: z.enum(['asc', 'desc']).default('desc'),
});

export const referralSummary = z.object({
  id: z.string(),
  status: partnerReferralStatus,
  clientName: z.string().nullable(),
  clientEmail: z.string().nullable(),
  partnerId: z.string(),
  partnerName: z.string(),
  partnerTypeCode: z.string(),
  partnerTypeName: z.string(),
  source: z.enum(referralSources),
  submittedAt: z.date(),
  confirmedAt: z.date().nullable(),
  leadId: z.string().nullable(),
});

export const referralPage = pageOf(referralSummary);

export const referralDetail = referralSummary.extend({
  engagementId: z.string(),
  clientId: z.string().nullable(),
  clientPhone: z.string().nullable(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  partnerNotes: z.string().nullable(),
  consentAttestedAt: z.date().nullable(),
  consentWordingVersion: z.string().nullable(),
  submittedByName: z.string().nullable(),
  /** Campaign of the link the client came by. */
  campaign: z.string().nullable(),
  acceptedAt: z.date().nullable(),
  convertedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
  expiresAt: z.date(),
  lead: z.object({ id: z.string(), status: z.enum(leadMachine.states) }).nullable(),
  /** States staff may move this referral to by hand. */
  moves: z.array(partnerReferralStatus),
  timeline: z.array(timelineEntry),
});

/** What staff decide by hand; confirming is the client's act and `converted` follows a verified deal. */
export const referralMovesByHand = ['accepted', 'dormant', 'declined', 'rejected', 'expired'] as const;

export const changeReferralStatusInput = z
  .strictObject({ id: idField, to: z.enum(referralMovesByHand), reason: reasonField.optional() })
  .refine(({ to, reason }) => to !== 'rejected' || reason !== undefined, {
    path: ['reason'],
    message: 'Say why the referral is rejected.',
  });

export const referralTokenInput = z.strictObject({ token: tokenField });
