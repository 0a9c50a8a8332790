import { partnerMachine, partnerRoles } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { agreementBlock, standingStates } from '../../../shared/agreement-shapes.ts';
import { idField, optionalText, passwordField, textField, tokenField } from '../../../shared/fields.ts';
import { credentialRequirement, credentialView } from '../credentials/credentials.schema.ts';
import { capacityField, optionalPhone, optionalWebsite } from '../partner-fields.schema.ts';

export const readInvitationInput = z.strictObject({ token: tokenField });

export const invitationOutput = z.object({
  partnerName: z.string(),
  email: z.string(),
  contactName: z.string().nullable(),
});

export const acceptInvitationInput = z.strictObject({
  token: tokenField,
  name: textField('Your name', 120),
  password: passwordField,
});

/** What a new partner does until it has settled in. */
export const onboardingSteps = ['account', 'agreement', 'profile', 'credentials', 'start'] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

export const onboardingStepNames: Readonly<Record<OnboardingStep, string>> = {
  account: 'Set up the account',
  agreement: 'Accept the agreement',
  profile: 'Complete the profile',
  credentials: 'Have the credentials verified',
  start: 'Share a link, refer a client or take up a lead',
};

const checklist = z.array(z.object({ key: z.enum(onboardingSteps), done: z.boolean() }));

/** How far a partner has come, as staff see it. Null for those that do not settle in any more, or not yet. */
export const onboardingProgress = z
  .object({ steps: checklist, lastAt: z.date(), stalled: z.boolean() })
  .nullable();

/** How the partner stands towards the agreement. */
export const onboardingStanding = z.object({
  state: z.enum(standingStates),
  /** The version in force. */
  version: z.number(),
  deadline: z.date().nullable(),
  /** A version that counts later and can be accepted ahead. */
  upcoming: z.object({ version: z.number(), countsFrom: z.date() }).nullable(),
  /** Nothing new before an owner accepts. */
  blocked: z.boolean(),
  /** Past its first acceptance, and not suspended. */
  works: z.boolean(),
});

export const onboardingOutput = z.object({
  partner: z.object({
    name: z.string(),
    status: z.enum(partnerMachine.states),
    code: z.string().nullable(),
    capacity: z.number().nullable(),
  }),
  /** What there is to read now: the version in force, or one that comes. */
  agreement: z.object({
    id: z.string(),
    version: z.number(),
    title: z.string(),
    blocks: z.array(agreementBlock),
    countsFrom: z.date(),
  }),
  /** When this partner accepted that version. */
  acceptedAt: z.date().nullable(),
  standing: onboardingStanding,
  /** What was accepted, the newest first; each has a copy. */
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
  steps: checklist,
});

export const acceptAgreementInput = z.strictObject({ agreementId: idField });

export const acceptAgreementOutput = z.object({ status: z.enum(partnerMachine.states), code: z.string() });

export const portalProfileOutput = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(partnerMachine.states),
  code: z.string().nullable(),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  about: z.string().nullable(),
  capacity: z.number().nullable(),
  engagements: z.array(
    z.object({
      id: z.string(),
      partnerTypeCode: z.string(),
      typeName: z.string(),
      regions: z.array(z.string()),
      /** The terms in force, in words, and why these. */
      sentence: z.string(),
      inForce: z.object({ name: z.string(), since: z.date(), why: z.string() }),
      /** The law does not let us pay this type here yet. */
      notPaidYet: z.boolean(),
      /** Agreed already, from a day to come. */
      coming: z.array(z.object({ name: z.string(), sentence: z.string(), effectiveFrom: z.date() })),
    }),
  ),
  credentials: z.array(credentialView),
  requirements: z.array(credentialRequirement),
});

export const updatePortalProfileInput = z.strictObject({
  contactName: textField('A contact name', 120),
  phone: optionalPhone,
  website: optionalWebsite,
  about: optionalText('The description', 2000),
  /** Null: no limit. */
  capacity: capacityField.nullable(),
});

export const portalMembersOutput = z.array(
  z.object({
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(partnerRoles).nullable(),
    createdAt: z.date(),
  }),
);
