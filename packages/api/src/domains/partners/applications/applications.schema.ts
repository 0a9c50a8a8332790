import {
  duplicateReasons,
  duplicateStrengths,
  partnerMachine,
  questionKinds,
  recommendations,
  reviewRules,
} from '@goodword/db/vocabulary';
import { z } from 'zod';
import { documentField, documentSummary } from '../../../shared/document-shapes.ts';
import {
  emailField,
  idField,
  optionalText,
  reasonField,
  regionField,
  textField,
  tokenField,
} from '../../../shared/fields.ts';
import { pageInput, pageOf } from '../../../shared/pagination.ts';
import {
  countryField,
  engagementRegionsField,
  optionalPhone,
  optionalWebsite,
  partnerTypeCodeField,
} from '../partner-fields.schema.ts';

const answerKey = z.string().regex(/^[a-z][a-z0-9_]{2,59}$/);
/** A box that was left empty is no answer; which ones are needed is judged by the questions. */
const answersField = z.record(
  answerKey,
  z.string().trim().max(2000, 'An answer can have at most 2000 characters.').default(''),
);

export const applyInput = z.strictObject({
  companyName: textField('The company name', 120),
  contactName: textField('A contact name', 120),
  email: emailField,
  phone: optionalPhone,
  website: optionalWebsite,
  partnerTypeCode: partnerTypeCodeField,
  regions: engagementRegionsField,
  about: optionalText('The description', 2000),
  country: countryField.optional(),
  answers: answersField.optional(),
});

/** A form that is not finished: whatever stands in its boxes. Judged when it is sent. */
export const draftForm = z.strictObject({
  companyName: z.string().max(200),
  contactName: z.string().max(200),
  email: z.string().max(254),
  phone: z.string().max(40),
  website: z.string().max(300),
  partnerTypeCode: z.string().max(40),
  regions: z.array(z.string().max(6)).max(60),
  about: z.string().max(2000),
  country: z.string().max(2),
  answers: z.record(answerKey, z.string().max(2000)),
});
export type DraftForm = z.infer<typeof draftForm>;

export const draftOutput = z
  .object({
    form: draftForm,
    documents: z.array(documentSummary),
    savedAt: z.date(),
    expiresAt: z.date(),
    /** It was sent and waits for the link in the mail. */
    sent: z.boolean(),
  })
  .nullable();

export const mailDraftInput = z.strictObject({ email: emailField });
export const applicationLinkInput = z.strictObject({ token: tokenField });
export const attachToDraftInput = z.strictObject({ file: documentField });
export const removeFromDraftInput = z.strictObject({ id: idField });
export const draftDocuments = z.array(documentSummary);

export const applicationConfirmation = z.object({ companyName: z.string(), email: z.string() });

/** The reference is what an applicant quotes; staff find the application by it. */
export const confirmOutput = z.object({ reference: z.string() });

const questionOutput = z.object({
  key: z.string(),
  partnerTypeCode: z.string().nullable(),
  regions: z.array(z.string()),
  kind: z.enum(questionKinds),
  label: z.string(),
  help: z.string().nullable(),
  options: z.array(z.string()),
  required: z.boolean(),
});

/** One thing the form asks; `key` names its answer. */
export type Question = z.infer<typeof questionOutput>;

/** All questions of all types; which of them are asked follows from type and regions. */
export const applicationForm = z.object({ questions: z.array(questionOutput) });

export const typeQuestionsInput = z.strictObject({ partnerTypeCode: partnerTypeCodeField });

export const typeQuestions = z.object({
  questions: z.array(questionOutput),
  /** Of what was read: a change that somebody else made meanwhile is not overwritten. */
  basedOn: z.string(),
});

const questionField = z
  .strictObject({
    /** Left out for a new question. */
    key: idField.optional(),
    label: textField('The question', 160),
    help: optionalText('The help', 300),
    kind: z.enum(questionKinds),
    options: z.array(textField('An answer', 80)).max(20, 'At most 20 answers.'),
    regions: z.array(regionField).max(20, 'At most 20 regions.'),
    required: z.boolean(),
  })
  .refine(({ kind, options }) => kind !== 'choice' || options.length > 1, {
    path: ['options'],
    message: 'A choice needs at least two answers.',
  })
  .refine(({ options }) => new Set(options).size === options.length, {
    path: ['options'],
    message: 'One of the answers stands there twice.',
  });

export const saveTypeQuestionsInput = z.strictObject({
  partnerTypeCode: partnerTypeCodeField,
  basedOn: z.string().max(64),
  questions: z.array(questionField).max(30, 'At most 30 questions.'),
});

export const applicationStatuses = ['pending_review', 'approved', 'rejected'] as const;

export const listApplicationsInput = z.strictObject({
  ...pageInput,
  status: z.enum(applicationStatuses).default('pending_review'),
});

const review = z.object({
  recommendation: z.enum(recommendations),
  findings: z.array(
    z.object({ rule: z.enum(reviewRules), recommendation: z.enum(recommendations), sentence: z.string() }),
  ),
});

export const applicationSummary = z.object({
  id: z.string(),
  name: z.string(),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  status: z.enum(partnerMachine.states),
  types: z.array(z.object({ code: z.string(), name: z.string() })),
  regions: z.array(z.string()),
  appliedAt: z.date(),
  /** Other partners that it may be. */
  duplicates: z.number(),
  documents: z.number(),
  review,
});

export const applicationPage = pageOf(applicationSummary);

export const getApplicationInput = z.strictObject({ partnerId: idField });

export const applicationDetail = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(partnerMachine.states),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  country: z.string().nullable(),
  about: z.string().nullable(),
  appliedAt: z.date(),
  /** True when staff invited this partner and it has set up its account already. */
  invited: z.boolean(),
  invitedByName: z.string().nullable(),
  engagements: z.array(
    z.object({
      id: z.string(),
      partnerTypeCode: z.string(),
      typeName: z.string(),
      regions: z.array(z.string()),
      /** The terms in words. */
      sentence: z.string(),
    }),
  ),
  answers: z.array(z.object({ key: z.string(), label: z.string(), answer: z.string() })),
  documents: z.array(documentSummary),
  /** Every time it applied, newest first; those inside a cool-off changed nothing. */
  attempts: z.array(z.object({ at: z.date(), inCoolOff: z.boolean() })),
  reapplyAfter: z.date().nullable(),
  rejectionMessage: z.string().nullable(),
  review,
  duplicates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(partnerMachine.states),
      reasons: z.array(z.enum(duplicateReasons)),
      strength: z.enum(duplicateStrengths),
    }),
  ),
});

export const approveApplicationInput = z.strictObject({ partnerId: idField });

export const rejectApplicationInput = z.strictObject({
  partnerId: idField,
  reason: reasonField,
  /** What the applicant reads; without one the mail says no in our usual words. */
  message: optionalText('The text', 1000),
});

const ruleSetting = {
  code: z.enum(reviewRules),
  enabled: z.boolean(),
  recommendation: z.enum(['look_closer', 'reject']),
};

export const reviewRuleList = z.array(z.object({ ...ruleSetting, recommendation: z.enum(recommendations) }));

export type RuleSetting = z.infer<typeof reviewRuleList>[number];

export const changeReviewRuleInput = z
  .strictObject(ruleSetting)
  .refine(({ code, recommendation }) => code !== 'duplicate_name' || recommendation === 'look_closer', {
    path: ['recommendation'],
    message: 'Two companies may be called the same: a name alone can only ask for a closer look.',
  });
