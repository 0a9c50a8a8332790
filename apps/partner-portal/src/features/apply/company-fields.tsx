import { FormRow, FormSection, SelectField, TextareaField, TextField } from '@goodword/ui';
import type { CountryOption } from '../../lib/countries.ts';

/** Who applies. */
export function CompanyFields({ countries }: { countries: CountryOption[] }) {
  return (
    <FormSection title="Who you are">
      <FormRow>
        <TextField name="companyName" label="Company name" autoComplete="organization" />
        <TextField name="contactName" label="Your name" autoComplete="name" />
      </FormRow>
      <FormRow>
        <TextField
          name="email"
          label="Work e-mail"
          type="email"
          autoComplete="email"
          help="We send a link there to confirm that it is yours."
        />
        <TextField
          name="phone"
          label="Phone"
          type="tel"
          autoComplete="tel"
          optional
          help="With its country code, such as +971 50 123 4567."
        />
      </FormRow>
      <FormRow>
        <TextField name="website" label="Website" autoComplete="url" optional />
        <SelectField
          name="country"
          label="Country"
          placeholder="Choose a country"
          options={countries}
          optional
        />
      </FormRow>
      <TextareaField
        name="about"
        label="About your work"
        rows={4}
        optional
        help="Whom you work with, and how you would like to work with us."
      />
    </FormSection>
  );
}
