'use client';

import { FormRow, SelectField, TextField } from '@goodword/ui';
import { currencyOptions } from './options.ts';

/** The fields that say who the organisation is; on the set-up page and in the settings. */
export function OrganisationFields({ timeZones }: { timeZones: readonly string[] }) {
  return (
    <>
      <TextField name="name" label="Name of the organisation" autoComplete="organization" />
      <FormRow>
        <SelectField
          name="timeZone"
          label="Time zone"
          options={timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
        <SelectField
          name="currency"
          label="Currency"
          help="For new leads and programs."
          options={currencyOptions}
        />
      </FormRow>
      <TextField
        name="patientWord"
        label="One of the people you care for is called"
        help="For example patient, client, member or customer."
      />
      <TextField name="postalAddress" label="Postal address" help="Stands below every mail." />
    </>
  );
}
