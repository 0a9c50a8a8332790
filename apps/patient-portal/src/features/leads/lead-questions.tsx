'use client';

import { FormRow, FormSection, MoneyField, SelectField, TextareaField, TextField } from '@goodword/ui';
import type { RegionOption } from '../../lib/regions.ts';

export interface LeadQuestionsProps {
  regions: readonly RegionOption[];
  currency: string;
}

/** What a client looks for. Only the place is asked for; the rest helps us and may stay empty. */
export function LeadQuestions({ regions, currency }: LeadQuestionsProps) {
  return (
    <>
      <FormSection title="What you need">
        <SelectField name="region" label="Where" placeholder="Choose a place" options={regions} />
        <FormRow>
          <TextField name="place" label="City or area" optional />
          <TextField name="moveIn" label="When" help="A month or “as soon as possible”." optional />
        </FormRow>
        <FormRow>
          <TextField name="propertyType" label="Kind of property" help="Apartment, house, land …" optional />
          <TextField name="size" label="Size" optional />
        </FormRow>
        <TextField
          name="amenities"
          label="What matters to you"
          help="Separate wishes with commas, such as garden, parking, quiet street."
          optional
        />
        <TextField
          name="serviceNeeded"
          label="Service you need"
          help="Such as a loan or legal help."
          optional
        />
      </FormSection>
      <FormSection title="Budget">
        <FormRow>
          <MoneyField name="budgetMinMinor" label="From" currency={currency} optional />
          <MoneyField name="budgetMaxMinor" label="To" currency={currency} optional />
        </FormRow>
        <TextField name="financing" label="Financing" help="Such as cash, a loan, or both." optional />
      </FormSection>
      <FormSection title="Anything else">
        <TextareaField
          name="message"
          label="Your message"
          help="It goes to a partner only where you allow your contact data."
          rows={4}
          maxLength={2000}
          optional
        />
      </FormSection>
    </>
  );
}
