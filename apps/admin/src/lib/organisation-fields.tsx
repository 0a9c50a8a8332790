'use client';

import { FormRow, SelectField, TextField } from '@goodword/ui';

/** The fields that say who the organisation is; on the set-up page and in the settings. */
export function OrganisationFields({ timeZones, currencies }: OrganisationChoices) {
  return (
    <>
      <TextField name="name" label="Name of the organisation" autoComplete="organization" />
      <FormRow>
        <SelectField name="timeZone" label="Time zone" options={asOptions(timeZones)} />
        <SelectField
          name="currency"
          label="Currency"
          help="For new leads and programs."
          options={asOptions(currencies)}
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

/** What this server can calculate with; a browser may know other names. */
export interface OrganisationChoices {
  timeZones: string[];
  currencies: string[];
}

const asOptions = (values: string[]) => values.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
