import { partnerMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { emailField, idField, optionalText, reasonField, textField } from '../../../shared/fields.ts';
import { pageInput, pageOf } from '../../../shared/pagination.ts';
import {
  countryField,
  engagementRegionsField,
  optionalPhone,
  optionalWebsite,
  partnerTypeCodeField,
} from '../partner-fields.schema.ts';

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
});

/** The reference is what an applicant quotes; staff find the application by it. */
export const applyOutput = z.object({ reference: z.string() });

export const applicationStatuses = ['pending_review', 'approved', 'rejected'] as const;

export const listApplicationsInput = z.strictObject({
  ...pageInput,
  status: z.enum(applicationStatuses).default('pending_review'),
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
  /** Other partners with the same e-mail address or name. */
  duplicates: z.number(),
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
  duplicates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(partnerMachine.states),
      match: z.enum(['email', 'name']),
    }),
  ),
});

export const approveApplicationInput = z.strictObject({ partnerId: idField });

export const rejectApplicationInput = z.strictObject({ partnerId: idField, reason: reasonField });
