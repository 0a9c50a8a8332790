import {
  dealMachine,
  leadMachine,
  leadShareMachine,
  partnerReferralMachine,
  shareOutcomes,
  staffRoles,
} from '@goodword/db/vocabulary';
import { z } from 'zod';
import { bulkIdsField } from '../../shared/bulk.ts';
import { currentConsentList, currentConsentOutput } from '../../shared/consent-shapes.ts';
import {
  currencyField,
  emailField,
  idField,
  moneyField,
  optionalText,
  phoneField,
  reasonField,
  regionField,
  textField,
} from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { timelineEntry } from '../../shared/timeline.ts';

export const leadStatus = z.enum(leadMachine.states);

/** What a client looks for. The same fields on every form that makes a lead. */
export const leadFields = {
  region: regionField,
  currency: currencyField,
  budgetMinMinor: moneyField.optional(),
  budgetMaxMinor: moneyField.optional(),
  financing: optionalText('Financing', 120),
  payment: optionalText('Payment', 120),
  propertyType: optionalText('Type of property', 60),
  place: optionalText('Place', 120),
  size: optionalText('Size', 60),
  amenities: z.array(textField('An amenity', 40)).max(20, 'Name at most 20 amenities.').default([]),
  moveIn: optionalText('When to move', 60),
  serviceNeeded: optionalText('Service needed', 120),
  message: optionalText('A message', 2000),
};

interface BudgetRange {
  budgetMinMinor?: bigint | undefined;
  budgetMaxMinor?: bigint | undefined;
}

/** A range has its lower end first. */
export function budgetInOrder({ budgetMinMinor, budgetMaxMinor }: BudgetRange): boolean {
  return budgetMinMinor === undefined || budgetMaxMinor === undefined || budgetMinMinor <= budgetMaxMinor;
}

export const budgetOrderIssue = {
  path: ['budgetMaxMinor'],
  message: 'The highest budget is below the lowest. Swap the two.',
};

export const listLeadsInput = z.strictObject({
  ...pageInput,
  status: leadStatus.optional(),
  /** Beginning of the client's name or e-mail address. */
  search: optionalText('The search', 120),
  region: regionField.optional(),
  assignedTo: idField.optional(),
  /** Newest first unless asked otherwise. */
  dir: z.enum(['asc', 'desc']).default('desc'),
});

export const leadSummary = z.object({
  id: z.string(),
  status: leadStatus,
  clientId: z.string(),
  clientName: z.string(),
  clientEmail: z.string().nullable(),
  region: z.string(),
  source: z.string(),
  currency: z.string(),
  budgetMinMinor: z.bigint().nullable(),
  budgetMaxMinor: z.bigint().nullable(),
  temperature: z.string().nullable(),
  assignedTo: z.string().nullable(),
  assignedName: z.string().nullable(),
  /** The partner whose referral this lead came from. */
  referrerName: z.string().nullable(),
  openShares: z.number(),
  createdAt: z.date(),
});

export const leadPage = pageOf(leadSummary);

export const getLeadInput = z.strictObject({ id: idField });

export const leadDetail = leadSummary.extend({
  groupId: z.string().nullable(),
  financing: z.string().nullable(),
  payment: z.string().nullable(),
  propertyType: z.string().nullable(),
  place: z.string().nullable(),
  size: z.string().nullable(),
  amenities: z.array(z.string()),
  moveIn: z.string().nullable(),
  serviceNeeded: z.string().nullable(),
  message: z.string().nullable(),
  score: z.number().nullable(),
  lostReason: z.string().nullable(),
  qualifiedAt: z.date().nullable(),
  convertedAt: z.date().nullable(),
  /** States staff may move this lead to by hand. */
  moves: z.array(leadStatus),
  client: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    emailVerifiedAt: z.date().nullable(),
    phone: z.string().nullable(),
    location: z.string().nullable(),
  }),
  consents: currentConsentList,
  /** Ticked on a partner's form by somebody who has not confirmed the address: nothing of it counts yet. */
  waitingConsents: z.array(currentConsentOutput.omit({ decision: true, decidedAt: true })),
  notes: z.array(z.object({ id: z.string(), body: z.string(), authorName: z.string(), createdAt: z.date() })),
  shares: z.array(
    z.object({
      id: z.string(),
      partnerId: z.string(),
      partnerName: z.string(),
      partnerTypeCode: z.string(),
      partnerTypeName: z.string(),
      status: z.enum(leadShareMachine.states),
      tickContact: z.boolean(),
      tickBudget: z.boolean(),
      tickRequirements: z.boolean(),
      sentAt: z.date(),
      answerBy: z.date(),
      acceptedAt: z.date().nullable(),
      endedAt: z.date().nullable(),
      endReason: z.string().nullable(),
      outcome: z.enum(shareOutcomes).nullable(),
    }),
  ),
  deals: z.array(
    z.object({
      id: z.string(),
      status: z.enum(dealMachine.states),
      valueMinor: z.bigint(),
      currency: z.string(),
      closedAt: z.date(),
    }),
  ),
  referral: z
    .object({
      id: z.string(),
      status: z.enum(partnerReferralMachine.states),
      partnerId: z.string(),
      partnerName: z.string(),
      submittedAt: z.date(),
    })
    .nullable(),
  timeline: z.array(timelineEntry),
});

/** For a client we know, or for one we meet now. */
export const createLeadInput = z
  .strictObject({
    ...leadFields,
    source: textField('Where the lead comes from', 60).default('staff'),
    client: z.union([
      z.strictObject({ id: idField }),
      z.strictObject({
        name: textField('A name', 120),
        email: emailField.optional(),
        phone: phoneField.optional(),
        location: optionalText('Location', 120),
      }),
    ]),
  })
  .refine(budgetInOrder, budgetOrderIssue);

export const leadCreated = z.object({ id: z.string() });

/** What staff decide by hand; into and out of `converted` a lead follows its deal. */
export const leadMovesByHand = [
  'contacted',
  'qualified',
  'in_progress',
  'lost',
  'closed_by_client',
  'merged',
] as const;

export const changeLeadStatusInput = z
  .strictObject({ id: idField, to: z.enum(leadMovesByHand), reason: reasonField.optional() })
  .refine(({ to, reason }) => to !== 'lost' || reason !== undefined, {
    path: ['reason'],
    message: 'Say why the lead is lost.',
  })
  .refine(({ to, reason }) => to !== 'merged' || reason !== undefined, {
    path: ['reason'],
    message: 'Say which lead this one is merged into.',
  });

export const addLeadNoteInput = z.strictObject({ id: idField, body: textField('The note', 2000) });

/** `from`: only if the lead is with this person now, or with nobody. */
const assignment = { accountId: idField.nullable(), from: idField.nullable().optional() };

export const assignLeadInput = z.strictObject({ id: idField, ...assignment });

export const assignLeadsInput = z.strictObject({ ids: bulkIdsField, ...assignment });

export const loseLeadsInput = z.strictObject({ ids: bulkIdsField, reason: reasonField });

export const assigneeList = z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(staffRoles) }));
